package io.sioscope.app.capture.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.app.capture.Body;
import io.sioscope.app.capture.Details;
import io.sioscope.app.capture.DetailsJson;
import io.sioscope.app.capture.Entry;
import io.sioscope.app.capture.Layer;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.socketio.SocketPacket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes entries of the lines of a capture; an instance reads one file. */
final class CaptureLineReader {
    private final Path file;

    CaptureLineReader(Path file) {
        this.file = file;
    }

    /** Whether the line holds a row, and not the header or something else that was printed. */
    boolean isRow(JsonNode object, long line) throws FormatException {
        if (object.has("format")) {
            checkHeader(object);
            return false;
        }
        if (object.has("type")) {
            return object.path("type").asText("").equals("packet");
        }
        if (line == 1) {
            throw new FormatException(FormatProblem.of(FormatProblem.Kind.NOT_A_CAPTURE, file));
        }
        return !object.isEmpty();
    }

    private void checkHeader(JsonNode header) throws FormatException {
        if (!header.path("format").asText("").equals(JsonLines.FORMAT)) {
            throw new FormatException(FormatProblem.of(FormatProblem.Kind.NOT_A_CAPTURE, file));
        }
        if (header.path("version").asInt(0) != JsonLines.VERSION) {
            throw new FormatException(FormatProblem.of(
                    FormatProblem.Kind.NEWER_VERSION, file, header.path("version").asText("?")));
        }
    }

    /** The entry of a row's line. */
    Entry entry(JsonNode in, long line) throws FormatException {
        Layer layer = Layer.of(in.path("layer").asText("")).orElse(null);
        if (layer == null) {
            throw bad("layer", line);
        }
        String kind = text(in, "kind", line);
        Body body = body(in, layer, line);
        Details details = DetailsJson.read(layer, kind, in);
        boolean binary = body.binary() || !body.attachments().isEmpty() || in.path("binary").asBoolean(false);
        return new Entry(
                time(in, line),
                in.path("session").asText(""),
                in.path("link").asText(""),
                direction(in, layer, line),
                transport(in, line),
                layer,
                kind,
                in.path("namespace").asText(""),
                in.path("socket").asText(""),
                in.path("event").asText(""),
                Math.max(SocketPacket.NO_ACK, in.path("ackId").asLong(SocketPacket.NO_ACK)),
                Math.max(0, in.path("size").asLong(body.size())),
                binary,
                body,
                details);
    }

    private FormatException bad(String field, long line) {
        return new FormatException(new FormatProblem(FormatProblem.Kind.BAD_FIELD, file, line, -1, field));
    }

    private String text(JsonNode in, String field, long line) throws FormatException {
        if (!in.path(field).isTextual()) {
            throw bad(field, line);
        }
        return in.path(field).textValue();
    }

    private long time(JsonNode in, long line) throws FormatException {
        OptionalLong exact = in.path("timeUs").canConvertToLong()
                ? Times.ofMicros(in.path("timeUs").longValue())
                : OptionalLong.empty();
        OptionalLong time = exact.isPresent() ? exact : Times.ofIso(in.path("time").asText(""));
        if (time.isEmpty()) {
            throw bad("time", line);
        }
        return time.getAsLong();
    }

    private Direction direction(JsonNode in, Layer layer, long line) throws FormatException {
        String label = in.path("direction").asText("");
        for (Direction direction : Direction.values()) {
            if (direction.label().equals(label)) {
                return direction;
            }
        }
        if (layer == Layer.LINK || layer == Layer.GAP) {
            return Direction.TO_SERVER;
        }
        throw bad("direction", line);
    }

    private Transport transport(JsonNode in, long line) throws FormatException {
        if (!in.has("transport")) {
            return Transport.WEBSOCKET;
        }
        Optional<Transport> known = Transport.of(in.path("transport").asText(""));
        if (known.isEmpty()) {
            throw bad("transport", line);
        }
        return known.get();
    }

    private Body body(JsonNode in, Layer layer, long line) throws FormatException {
        boolean binary = in.path("binary").asBoolean(false);
        boolean held = in.has("raw") || in.has("rawBase64");
        if (in.path("omitted").asBoolean(false) || layer == Layer.SOCKETIO && !held) {
            return Body.OMITTED;
        }
        Bytes raw = in.has("rawBase64")
                ? base64(in.path("rawBase64"), "rawBase64", line)
                : Bytes.utf8(in.has("raw") ? text(in, "raw", line) : "");
        List<Bytes> attachments = new ArrayList<>();
        for (JsonNode attachment : in.path("attachments")) {
            attachments.add(base64(attachment, "attachments", line));
        }
        return layer == Layer.SOCKETIO
                ? Packets.body(raw, attachments, binary)
                : new Body(raw, attachments, binary, false, 0, 0);
    }

    private Bytes base64(JsonNode node, String field, long line) throws FormatException {
        if (!node.isTextual()) {
            throw bad(field, line);
        }
        try {
            return Bytes.wrap(Base64.getDecoder().decode(node.textValue()));
        } catch (IllegalArgumentException broken) {
            throw bad(field, line);
        }
    }
}

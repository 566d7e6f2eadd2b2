package io.sioscope.app.capture.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sioscope.app.capture.Body;
import io.sioscope.app.capture.DetailsJson;
import io.sioscope.app.capture.Entry;
import io.sioscope.app.capture.Layer;
import io.sioscope.app.capture.Numbered;
import io.sioscope.protocol.Bytes;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A captured row as one line of JSON, in a {@code .jsonl} capture and on standard output. Beside the keys that scripts rely on
 * it has {@code timeUs} (microseconds since 1970), {@code link}, {@code binary} where the message was, {@code omitted} where
 * the bytes were left out, and the details of other layers. Pure; any thread.
 */
public final class CaptureLineWriter {
    private CaptureLineWriter() {}

    /** The first line of a {@code .jsonl} capture, without the line's end. */
    public static String header() {
        return "{\"format\":\"" + JsonLines.FORMAT + "\",\"version\":" + JsonLines.VERSION + "}";
    }

    /** A line of a {@code .jsonl} capture, without its end. */
    public static String line(Numbered row) {
        return write(row, false);
    }

    /** A line of standard output: the same with {@code "type":"packet"} first. */
    public static String packet(Numbered row) {
        return write(row, true);
    }

    private static String write(Numbered row, boolean typed) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator out = CompactJson.MAPPER.createGenerator(text)) {
            out.writeStartObject();
            if (typed) {
                out.writeStringField("type", "packet");
            }
            where(row, out);
            what(row.entry(), out);
            body(row.entry(), out);
            if (row.pairs() > 0) {
                out.writeNumberField("pairs", row.pairs());
            }
            if (row.latencyNanos() >= 0) {
                out.writeNumberField("latencyMs", Math.round(row.latencyNanos() / 1e3) / 1e3);
            }
            details(row.entry(), out);
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return text.toString();
    }

    private static void where(Numbered row, JsonGenerator out) throws IOException {
        Entry entry = row.entry();
        boolean gap = entry.layer() == Layer.GAP;
        out.writeNumberField("n", row.n());
        out.writeStringField("time", Times.iso(entry.timeNanos()));
        out.writeNumberField("timeUs", Math.floorDiv(entry.timeNanos(), 1_000L));
        out.writeStringField("session", entry.session());
        if (!entry.link().isEmpty()) {
            out.writeStringField("link", entry.link());
        }
        if (!gap && entry.layer() != Layer.LINK) {
            out.writeStringField("direction", entry.direction().label());
        }
        if (!gap) {
            out.writeStringField("transport", entry.transport().label());
        }
    }

    private static void what(Entry entry, JsonGenerator out) throws IOException {
        out.writeStringField("layer", entry.layer().label());
        out.writeStringField("kind", entry.kind());
        if (!entry.namespace().isEmpty()) {
            out.writeStringField("namespace", entry.namespace());
        }
        if (!entry.socket().isEmpty()) {
            out.writeStringField("socket", entry.socket());
        }
        if (entry.layer() == Layer.SOCKETIO && entry.kind().equals("event")) {
            out.writeStringField("event", entry.event());
        }
        if (entry.ackId() >= 0) {
            out.writeNumberField("ackId", entry.ackId());
        }
    }

    private static void body(Entry entry, JsonGenerator out) throws IOException {
        Body body = entry.body();
        if (entry.layer() == Layer.SOCKETIO && !body.omitted()) {
            out.writeFieldName("args");
            out.writeRawValue(CompactJson.arguments(body));
        }
        out.writeNumberField("size", entry.size());
        if (body.omitted()) {
            out.writeBooleanField("omitted", true);
        }
        if (body.binary()) {
            out.writeBooleanField("binary", true);
        }
        if (!body.raw().isEmpty()) {
            raw(body, out);
        }
        if (!body.attachments().isEmpty()) {
            out.writeArrayFieldStart("attachments");
            for (Bytes attachment : body.attachments()) {
                out.writeString(CompactJson.base64(attachment));
            }
            out.writeEndArray();
        }
    }

    private static void raw(Body body, JsonGenerator out) throws IOException {
        @Nullable String text = body.binary() ? null : textOrNull(body.raw());
        if (text == null) {
            out.writeStringField("rawBase64", CompactJson.base64(body.raw()));
        } else {
            out.writeStringField("raw", text);
        }
    }

    /** The bytes as text, or null where they are no UTF-8. */
    static @Nullable String textOrNull(Bytes bytes) {
        ByteBuffer buffer = bytes.toBuffer();
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
        } catch (CharacterCodingException broken) {
            return null;
        }
    }

    private static void details(Entry entry, JsonGenerator out) throws IOException {
        ObjectNode fields = DetailsJson.write(entry.details());
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            out.writeFieldName(field.getKey());
            CompactJson.MAPPER.writeTree(out, field.getValue());
        }
    }
}

package io.sioscope.protocol.client.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.client.doctor.WireException.Trouble;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.EngineRecord;
import io.sioscope.protocol.engineio.EngineV4Codec;
import io.sioscope.protocol.session.OlderProtocol;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.MsgpackCodec;
import io.sioscope.protocol.socketio.PacketParser;
import io.sioscope.protocol.socketio.ScanLimits;
import io.sioscope.protocol.socketio.SocketDecoding;
import io.sioscope.protocol.socketio.SocketIoCodec;
import io.sioscope.protocol.socketio.SocketIoDecoder;
import io.sioscope.protocol.socketio.SocketPacket;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks for namespaces over one link, with one parser, and leaves them. One thread. */
final class Joining {
    private static final int MAX_ATTACHMENT_BYTES = 1_000_000;

    private final DoctorOptions options;
    private final EngineLink link;
    private final PacketParser parser;
    private final Consumer<Evidence> evidence;
    private final SocketIoDecoder decoder;
    private final Map<String, Joined.Answer> answers = new LinkedHashMap<>();
    private Optional<String> ended = Optional.empty();

    Joining(DoctorOptions options, EngineLink link, PacketParser parser, Consumer<Evidence> evidence) {
        this.options = options;
        this.link = link;
        this.parser = parser;
        this.evidence = evidence;
        this.decoder = new SocketIoDecoder(
                new ScanLimits(ScanLimits.DEFAULT.maxAttachments(), MAX_ATTACHMENT_BYTES), parser);
    }

    /** Asks for all namespaces and waits until each has answered, the connection ends or the time is over. */
    Joined join(Deadline deadline) throws IOException {
        try {
            for (String namespace : options.namespaces()) {
                ask(namespace, deadline);
            }
            while (answers.size() < options.namespaces().size() && ended.isEmpty()) {
                take(link.receive(deadline), deadline);
            }
        } catch (WireException broken) {
            if (broken.trouble() != Trouble.SILENT) {
                ended = Optional.of(broken.said());
            }
        }
        return new Joined(answers, ended, answers.isEmpty() ? Optional.empty() : Optional.of(parser));
    }

    /** Leaves what was joined; the link stays open. */
    void leave(Deadline deadline) throws IOException {
        for (Map.Entry<String, Joined.Answer> answer : answers.entrySet()) {
            if (answer.getValue() instanceof Joined.Answer.Granted) {
                link.send(record(new SocketPacket.Disconnect(answer.getKey())), deadline);
            }
        }
    }

    /** Servers of the older generation join the root namespace by themselves, and read a query in place of auth. */
    private void ask(String namespace, Deadline deadline) throws IOException {
        boolean older = link.opened().version() == EngineVersion.V3;
        if (older && namespace.equals("/")) {
            return;
        }
        JsonNode auth = options.auth().orElseGet(MissingNode::getInstance);
        SocketPacket.Connect packet = older
                ? OlderProtocol.connect(namespace, options.query(), auth)
                : new SocketPacket.Connect(namespace, auth.isMissingNode() ? Arguments.ABSENT : Arguments.of(auth));
        link.send(record(packet), deadline);
        tell(Direction.TO_SERVER, "CONNECT " + namespace + (auth.isMissingNode() ? "" : " {…}"));
    }

    private EngineRecord record(SocketPacket packet) {
        return switch (parser) {
            case JSON -> EngineRecord.text(SocketIoCodec.encode(packet).text());
            case MSGPACK -> EngineRecord.binary(MsgpackCodec.encode(packet));
        };
    }

    private void take(EnginePacket packet, Deadline deadline) throws IOException {
        switch (packet) {
            case EnginePacket.Ping ping -> link.send(EngineRecord.text(EngineV4Codec.PONG), deadline);
            case EnginePacket.Message(Bytes raw) -> take(decoder.onText(raw), raw);
            case EnginePacket.BinaryMessage(Bytes raw) -> take(decoder.onBinary(raw), raw);
            case EnginePacket.Close close -> ended = Optional.of("Engine.IO close");
            case EnginePacket.Malformed malformed -> ended = Optional.of(malformed.raw().toString());
            case EnginePacket.Open open -> {}
            case EnginePacket.Pong pong -> {}
            case EnginePacket.Upgrade upgrade -> {}
            case EnginePacket.Noop noop -> {}
        }
    }

    private void take(SocketDecoding decoding, Bytes raw) {
        switch (decoding) {
            case SocketDecoding.Whole(SocketPacket.Connect connect) -> {
                tell(Direction.TO_CLIENT, "CONNECT " + path(connect.namespace()));
                answer(connect.namespace(), new Joined.Answer.Granted());
            }
            case SocketDecoding.Whole(SocketPacket.ConnectError error) -> {
                Joined.Answer.Refused refused = refused(error.arguments().values());
                tell(
                        Direction.TO_CLIENT,
                        "CONNECT_ERROR " + path(error.namespace()) + " " + refused.message() + " " + refused.data());
                answer(error.namespace(), refused);
            }
            case SocketDecoding.Broken broken -> {
                tell(Direction.TO_CLIENT, raw.utf8(0, Math.min(raw.length(), 80)).replaceAll("\\p{Cntrl}", "·"));
                ended = Optional.of("");
            }
            case SocketDecoding.Whole whole -> {}
            case SocketDecoding.Partial partial -> {}
        }
    }

    private void answer(String namespace, Joined.Answer answer) {
        if (options.namespaces().contains(path(namespace))) {
            answers.putIfAbsent(path(namespace), answer);
        }
    }

    /** Older servers may answer with the query. */
    private static String path(String namespace) {
        return namespace.replaceFirst("\\?.*", "");
    }

    /** {@code {"message":…,"data":…}} from servers since 3.0, any JSON from older ones. */
    private static Joined.Answer.Refused refused(List<JsonNode> payload) {
        if (payload.isEmpty()) {
            return new Joined.Answer.Refused("", "");
        }
        JsonNode error = payload.getFirst();
        return error.path("message").isTextual()
                ? new Joined.Answer.Refused(
                        error.path("message").textValue(),
                        error.has("data") ? error.get("data").toString() : "")
                : new Joined.Answer.Refused(error.isTextual() ? error.textValue() : error.toString(), "");
    }

    private void tell(Direction direction, String text) {
        evidence.accept(new Evidence(direction, text.strip()));
    }
}

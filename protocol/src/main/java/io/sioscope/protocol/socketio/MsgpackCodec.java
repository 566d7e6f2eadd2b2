package io.sioscope.protocol.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.fault.FaultCode;
import io.sioscope.protocol.fault.ProtocolFault;
import java.util.ArrayList;
import java.util.List;

/**
 * Socket.IO packets in MessagePack (socket.io-msgpack-parser 3): each is one binary message, a map of {@code type} (0 to 4),
 * {@code data}, {@code nsp} and {@code id}. Binary values need no attachments of their own there. As in the reference, names
 * that Socket.IO keeps for itself are not looked for. Pure; safe on any thread.
 */
public final class MsgpackCodec {
    private static final long MAX_SAFE_INTEGER = (1L << 53) - 1;

    private MsgpackCodec() {}

    /** The packet as a binary message. */
    public static Bytes encode(SocketPacket packet) {
        boolean acked = packet.ackId() != SocketPacket.NO_ACK;
        MsgpackWriter out = new MsgpackWriter().map(acked ? 4 : 3);
        out.text("type").integer(type(packet)).text("data");
        data(packet, out);
        out.text("nsp").text(packet.namespace());
        if (acked) {
            out.text("id").integer(packet.ackId());
        }
        return out.written();
    }

    private static int type(SocketPacket packet) {
        return switch (packet) {
            case SocketPacket.Connect connect -> PacketHead.CONNECT;
            case SocketPacket.Disconnect disconnect -> PacketHead.DISCONNECT;
            case SocketPacket.Event event -> PacketHead.EVENT;
            case SocketPacket.Ack ack -> PacketHead.ACK;
            case SocketPacket.ConnectError error -> PacketHead.CONNECT_ERROR;
        };
    }

    private static void data(SocketPacket packet, MsgpackWriter out) {
        List<JsonNode> values = packet.arguments().values();
        switch (packet) {
            case SocketPacket.Event event -> {
                out.array(values.size() + 1).text(event.name());
                values.forEach(out::value);
            }
            case SocketPacket.Ack ack -> {
                out.array(values.size());
                values.forEach(out::value);
            }
            case SocketPacket.Connect connect -> first(values, out);
            case SocketPacket.ConnectError error -> first(values, out);
            case SocketPacket.Disconnect disconnect -> out.undefined();
        }
    }

    private static void first(List<JsonNode> values, MsgpackWriter out) {
        if (values.isEmpty()) {
            out.undefined();
        } else {
            out.value(values.getFirst());
        }
    }

    /** Reads a binary message. Never throws on input. */
    public static SocketDecoding decode(Bytes message) {
        MsgpackReader reader = new MsgpackReader(message);
        try {
            return packet(reader.whole());
        } catch (MsgpackReader.Malformed malformed) {
            return broken(FaultCode.MSGPACK_SYNTAX, reader.position());
        }
    }

    private static SocketDecoding broken(FaultCode code, int at) {
        return new SocketDecoding.Broken(ProtocolFault.at(code, at));
    }

    private static SocketDecoding packet(JsonNode map) {
        JsonNode type = map.path("type");
        if (!type.isIntegralNumber() || type.asLong() < PacketHead.CONNECT || type.asLong() > PacketHead.CONNECT_ERROR) {
            return broken(FaultCode.SOCKET_UNKNOWN_TYPE, 0);
        }
        JsonNode id = map.path("id");
        boolean countable = id.isMissingNode()
                || id.isIntegralNumber() && id.canConvertToLong() && id.asLong() >= 0 && id.asLong() <= MAX_SAFE_INTEGER;
        if (!countable) {
            return broken(FaultCode.ACK_ID, 0);
        }
        if (!map.path("nsp").isTextual() || !isShape(type.intValue(), map.path("data"))) {
            return broken(FaultCode.PAYLOAD_SHAPE, 0);
        }
        return new SocketDecoding.Whole(
                packet(type.intValue(), map.path("nsp").textValue(), id.asLong(SocketPacket.NO_ACK), map.path("data")));
    }

    private static boolean isShape(int type, JsonNode data) {
        return switch (type) {
            case PacketHead.CONNECT -> data.isMissingNode() || data.isObject();
            case PacketHead.DISCONNECT -> data.isMissingNode();
            case PacketHead.EVENT -> data.isArray() && (data.path(0).isTextual() || data.path(0).isNumber());
            case PacketHead.ACK -> data.isArray();
            default -> data.isObject() || data.isTextual();
        };
    }

    private static SocketPacket packet(int type, String namespace, long id, JsonNode data) {
        return switch (type) {
            case PacketHead.CONNECT -> new SocketPacket.Connect(namespace, single(data));
            case PacketHead.DISCONNECT -> new SocketPacket.Disconnect(namespace);
            case PacketHead.EVENT -> new SocketPacket.Event(namespace, id, data.path(0).asText(), list(data, 1));
            case PacketHead.ACK -> new SocketPacket.Ack(namespace, id, list(data, 0));
            default -> new SocketPacket.ConnectError(namespace, single(data));
        };
    }

    private static Arguments single(JsonNode data) {
        return data.isMissingNode() ? Arguments.ABSENT : Arguments.of(data);
    }

    private static Arguments list(JsonNode data, int from) {
        List<JsonNode> values = new ArrayList<>(data.size());
        for (int i = from; i < data.size(); i++) {
            values.add(data.get(i));
        }
        return Arguments.of(values.toArray());
    }
}

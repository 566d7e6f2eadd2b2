package io.sioscope.protocol.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.fault.FaultCode;
import io.sioscope.protocol.fault.ProtocolFault;
import java.util.List;

/**
 * Socket.IO packets in MessagePack (socket.io-msgpack-parser 3.0.2): each is one binary message, a map of {@code type} (0 to 4),
 * {@code data}, {@code nsp} and {@code id}. Binary values need no attachments of their own there. As in the reference, names
 * that Socket.IO keeps for itself are not looked for, and an event may lack its name or have one that is no text.
 * {@link MsgpackReader} and {@link MsgpackWriter} say how values are spelt. Pure; safe on any thread.
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
            case SocketPacket.Event event when event.arguments() instanceof Arguments.Absent -> out.array(0);
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

    /** Reads a binary message, of any length. Never throws on input. */
    public static SocketDecoding decode(Bytes message) {
        MsgpackReader reader = new MsgpackReader(message);
        try {
            return packet(reader.whole());
        } catch (MsgpackReader.Malformed malformed) {
            return new SocketDecoding.Broken(ProtocolFault.at(malformed.code(), reader.position()));
        }
    }

    private static SocketDecoding broken(FaultCode code, String field) {
        return new SocketDecoding.Broken(new ProtocolFault(code, 0, field));
    }

    /** The checks of the reference's parser, in its order (checkPacket, isDataValid). */
    private static SocketDecoding packet(JsonNode map) {
        JsonNode type = map.path("type");
        if (!type.isIntegralNumber() || type.longValue() < PacketHead.CONNECT || type.longValue() > PacketHead.CONNECT_ERROR) {
            return broken(FaultCode.SOCKET_UNKNOWN_TYPE, "type");
        }
        if (!map.path("nsp").isTextual()) {
            return broken(FaultCode.PAYLOAD_SHAPE, "nsp");
        }
        if (!isShape(type.intValue(), map.path("data"))) {
            return broken(FaultCode.PAYLOAD_SHAPE, "data");
        }
        if (!isId(type.intValue(), map.path("id"))) {
            return broken(FaultCode.ACK_ID, "id");
        }
        long id = map.path("id").asLong(SocketPacket.NO_ACK);
        return new SocketDecoding.Whole(packet(type.intValue(), map.path("nsp").textValue(), id, map.path("data")));
    }

    private static boolean isShape(int type, JsonNode data) {
        return switch (type) {
            case PacketHead.CONNECT -> data.isMissingNode() || data.isObject();
            case PacketHead.DISCONNECT -> data.isMissingNode();
            case PacketHead.EVENT, PacketHead.ACK -> data.isArray();
            default -> data.isObject() || data.isTextual();
        };
    }

    /**
     * The reference takes any whole number. Where the id means something, those that no sender counts to are refused: below 0,
     * where {@link SocketPacket#NO_ACK} is, and above those that JavaScript can tell apart.
     */
    private static boolean isId(int type, JsonNode id) {
        if (id.isMissingNode()) {
            return true;
        }
        boolean answerable = type == PacketHead.EVENT || type == PacketHead.ACK;
        return JsNumber.isInteger(id)
                && (!answerable || id.isIntegralNumber() && id.longValue() >= 0 && id.longValue() <= MAX_SAFE_INTEGER);
    }

    private static SocketPacket packet(int type, String namespace, long id, JsonNode data) {
        return switch (type) {
            case PacketHead.CONNECT -> new SocketPacket.Connect(namespace, single(data));
            case PacketHead.DISCONNECT -> new SocketPacket.Disconnect(namespace);
            case PacketHead.EVENT -> event(namespace, id, data);
            case PacketHead.ACK -> new SocketPacket.Ack(namespace, id, list(data, 0));
            default -> new SocketPacket.ConnectError(namespace, single(data));
        };
    }

    /** Where the name is no text, JavaScript's listeners go by what it makes of it; an empty list has not even that. */
    private static SocketPacket event(String namespace, long id, JsonNode data) {
        return data.isEmpty()
                ? new SocketPacket.Event(namespace, id, "", Arguments.ABSENT)
                : new SocketPacket.Event(namespace, id, JsText.name(data.path(0)), list(data, 1));
    }

    private static Arguments single(JsonNode data) {
        return data.isMissingNode() ? Arguments.ABSENT : Arguments.of(data);
    }

    private static Arguments list(JsonNode data, int from) {
        Object[] values = new Object[data.size() - from];
        for (int i = 0; i < values.length; i++) {
            values[i] = data.get(from + i);
        }
        return Arguments.of(values);
    }
}

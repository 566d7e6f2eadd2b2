package io.sioscope.protocol.engineio;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.fault.FaultCode;
import io.sioscope.protocol.fault.ProtocolFault;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Engine.IO revision 4: text packets are a type digit and data; a binary WebSocket message is a message without a digit;
 * a polling body is packets joined by U+001E, binary ones written as {@code b} and base64. Pure; safe on any thread.
 */
public final class EngineV4Codec {
    /** The record separator between the packets of a polling body (specification, "HTTP long-polling"). */
    public static final byte SEPARATOR = 0x1e;

    /**
     * How many packets of one body are read: many more than anybody sends. A body of nothing but heartbeats would become
     * objects of thirty times its size.
     */
    static final int MAX_PACKETS = 1_000_000;

    /** The server's heartbeat. */
    public static final Bytes PING = Bytes.utf8("2");
    /** The client's answer to the heartbeat. */
    public static final Bytes PONG = Bytes.utf8("3");
    /** The client's first message on a transport that it probes. */
    public static final Bytes PROBE_PING = Bytes.utf8("2probe");
    /** The server's answer to the probe. */
    public static final Bytes PROBE_PONG = Bytes.utf8("3probe");
    /** The client's switch to the probed transport. */
    public static final Bytes UPGRADE = Bytes.utf8("5");
    /** The server's packet that releases a waiting poll. */
    public static final Bytes NOOP = Bytes.utf8("6");
    /** The end of a session on polling. */
    public static final Bytes CLOSE = Bytes.utf8("1");

    private EngineV4Codec() {}

    /**
     * Decodes one text packet, for instance a WebSocket text message. {@code b} and base64 is a binary message, which a server
     * also sends over a WebSocket to a client that takes text only (query parameter {@code b64}). Never throws.
     */
    public static EnginePacket decodeText(Bytes raw) {
        if (raw.isEmpty()) {
            return new EnginePacket.Malformed(raw, ProtocolFault.at(FaultCode.ENGINE_EMPTY, 0));
        }
        return switch (raw.at(0)) {
            case '0' -> new EnginePacket.Open(raw);
            case '1' -> new EnginePacket.Close(raw);
            case '2' -> new EnginePacket.Ping(raw);
            case '3' -> new EnginePacket.Pong(raw);
            case '4' -> new EnginePacket.Message(raw);
            case '5' -> new EnginePacket.Upgrade(raw);
            case '6' -> new EnginePacket.Noop(raw);
            case 'b' -> decodeBase64(raw);
            default -> new EnginePacket.Malformed(raw, ProtocolFault.at(FaultCode.ENGINE_UNKNOWN_TYPE, 0));
        };
    }

    /**
     * Decodes a polling body into its packets, in order. Stops after the first malformed one, as the reference ends the
     * session there, or at {@link #MAX_PACKETS}. Never throws; the result has at least one element.
     */
    public static List<EnginePacket> decodePayload(Bytes body) {
        List<EnginePacket> packets = new ArrayList<>();
        int from = 0;
        while (true) {
            if (packets.size() == MAX_PACKETS) {
                packets.add(new EnginePacket.Malformed(Bytes.EMPTY, ProtocolFault.at(FaultCode.TOO_LARGE, from)));
                return packets;
            }
            int separator = body.indexOf(SEPARATOR, from);
            int to = separator < 0 ? body.length() : separator;
            EnginePacket packet = decodeText(body.slice(from, to));
            packets.add(packet);
            if (separator < 0 || packet instanceof EnginePacket.Malformed) {
                return packets;
            }
            from = separator + 1;
        }
    }

    private static EnginePacket decodeBase64(Bytes text) {
        try {
            return new EnginePacket.BinaryMessage(PacketBase64.decode(text.slice(1, text.length())));
        } catch (IllegalArgumentException broken) {
            return new EnginePacket.Malformed(text, ProtocolFault.at(FaultCode.ENGINE_BASE64, 1));
        }
    }

    /** The polling form of a binary message: {@code b} and standard, padded base64. */
    public static Bytes encodeBinaryRecord(Bytes data) {
        byte[] base64 = Base64.getEncoder().encode(data.toArray());
        byte[] record = new byte[base64.length + 1];
        record[0] = 'b';
        System.arraycopy(base64, 0, record, 1, base64.length);
        return Bytes.wrap(record);
    }

    /** Joins packets in their polling form (text, or the result of {@link #encodeBinaryRecord}) into one body. */
    public static Bytes joinPayload(List<Bytes> records) {
        if (records.size() == 1) {
            return records.getFirst();
        }
        int size = records.stream().mapToInt(Bytes::length).sum() + Math.max(0, records.size() - 1);
        ByteArrayOutputStream body = new ByteArrayOutputStream(size);
        for (Bytes part : records) {
            if (body.size() > 0) {
                body.write(SEPARATOR);
            }
            body.writeBytes(part.toArray());
        }
        return Bytes.wrap(body.toByteArray());
    }
}

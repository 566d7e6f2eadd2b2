package io.sioscope.protocol.engineio;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.fault.FaultCode;
import io.sioscope.protocol.fault.ProtocolFault;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Engine.IO revision 3, as clients 1.x and 2.x speak it (engine.io-parser 2.2; engine.io 6.6, parser-v3). A packet's type
 * stands before binary data too: as the byte 4 on a WebSocket and in a binary payload, as {@code b4} before base64 in text.
 * The lengths of a text payload count UTF-16 units, those of a binary payload bytes. Pure; safe on any thread.
 */
public final class EngineV3Codec {
    private static final int MESSAGE = 4;
    private static final int MAX_TYPE = 6;
    /** What ends the digits of a length in a binary payload. */
    private static final int LENGTH_END = 0xff;
    /** More digits are of no use: no body is that long. */
    private static final int MAX_DIGITS = 10;

    private EngineV3Codec() {}

    /** Decodes one text packet; {@code b}, a type digit and base64 is a binary message. Never throws. */
    public static EnginePacket decodeText(Bytes raw) {
        return raw.isEmpty() || raw.at(0) != 'b' ? EngineV4Codec.decodeText(raw) : decodeBase64(raw);
    }

    private static EnginePacket decodeBase64(Bytes raw) {
        if (raw.length() < 2 || raw.at(1) != '0' + MESSAGE) {
            return new EnginePacket.Malformed(raw, ProtocolFault.at(FaultCode.ENGINE_UNKNOWN_TYPE, Math.min(1, raw.length())));
        }
        try {
            return new EnginePacket.BinaryMessage(PacketBase64.decode(raw.slice(2, raw.length())));
        } catch (IllegalArgumentException broken) {
            return new EnginePacket.Malformed(raw, ProtocolFault.at(FaultCode.ENGINE_BASE64, 2));
        }
    }

    /** Decodes a binary WebSocket message or the binary part of a payload: a type from 0 to 6, then data. Never throws. */
    public static EnginePacket decodeBinary(Bytes raw) {
        if (raw.isEmpty()) {
            return new EnginePacket.Malformed(raw, ProtocolFault.at(FaultCode.ENGINE_EMPTY, 0));
        }
        int type = raw.at(0);
        if (type == MESSAGE) {
            return new EnginePacket.BinaryMessage(raw.slice(1, raw.length()));
        }
        if (type < 0 || type > MAX_TYPE) {
            return new EnginePacket.Malformed(raw, ProtocolFault.at(FaultCode.ENGINE_UNKNOWN_TYPE, 0));
        }
        byte[] text = raw.toArray();
        text[0] = (byte) ('0' + type);
        return EngineV4Codec.decodeText(Bytes.wrap(text));
    }

    /**
     * Decodes a text payload, {@code <length>:<packet>} again and again. An empty packet is passed over, as in the reference.
     * Stops after the first malformed packet. Never throws; at least one packet.
     */
    public static List<EnginePacket> decodePayload(Bytes body) {
        String text = body.utf8();
        List<EnginePacket> packets = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int colon = text.indexOf(':', at);
            int length = colon < 0 ? -1 : number(text.substring(at, colon));
            if (length < 0 || length > text.length() - colon - 1) {
                packets.add(badLength(body, at));
                return packets;
            }
            at = colon + 1 + length;
            if (length > 0 && !add(packets, decodeText(Bytes.utf8(text.substring(colon + 1, at))))) {
                return packets;
            }
        }
        if (packets.isEmpty()) {
            packets.add(badLength(body, 0));
        }
        return packets;
    }

    /** The value of a length as the reference takes it, or -1. */
    private static int number(String digits) {
        boolean plain = !digits.isEmpty()
                && digits.length() <= MAX_DIGITS - 1
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Integer.parseInt(digits) : -1;
    }

    private static EnginePacket badLength(Bytes body, int at) {
        return new EnginePacket.Malformed(body, ProtocolFault.at(FaultCode.ENGINE_LENGTH, at));
    }

    /** False where nothing may follow. */
    private static boolean add(List<EnginePacket> packets, EnginePacket packet) {
        if (packets.size() == EngineV4Codec.MAX_PACKETS) {
            packets.add(new EnginePacket.Malformed(Bytes.EMPTY, ProtocolFault.at(FaultCode.TOO_LARGE, 0)));
            return false;
        }
        packets.add(packet);
        return !(packet instanceof EnginePacket.Malformed);
    }

    /**
     * Decodes a binary payload: 0 or 1 for text or binary, the length as one byte per decimal digit, the byte 255, then the
     * packet. Stops after the first malformed packet. Never throws; at least one packet.
     */
    public static List<EnginePacket> decodeBinaryPayload(Bytes body) {
        List<EnginePacket> packets = new ArrayList<>();
        int at = 0;
        while (at < body.length()) {
            int digits = at + 1;
            int end = digits;
            long length = 0;
            while (end < body.length() && end - digits <= MAX_DIGITS && isDigit(body.at(end))) {
                length = length * 10 + body.at(end++);
            }
            boolean ended = end > digits && end < body.length() && (body.at(end) & 0xff) == LENGTH_END;
            if (!ended || length > body.length() - end - 1) {
                packets.add(badLength(body, at));
                return packets;
            }
            boolean text = body.at(at) == 0;
            at = end + 1 + (int) length;
            Bytes packet = body.slice(end + 1, at);
            if (!add(packets, text ? decodeText(mended(packet)) : decodeBinary(packet))) {
                return packets;
            }
        }
        if (packets.isEmpty()) {
            packets.add(badLength(body, 0));
        }
        return packets;
    }

    /** Text that may be sent on: what was broken in it is U+FFFD. */
    private static Bytes mended(Bytes text) {
        return Bytes.utf8(text.utf8());
    }

    private static boolean isDigit(byte value) {
        return value >= 0 && value <= 9;
    }

    /** The WebSocket form of a binary message for a client that takes binary: the byte 4 and the data. */
    public static Bytes encodeBinary(Bytes data) {
        byte[] framed = new byte[data.length() + 1];
        framed[0] = MESSAGE;
        data.copyTo(0, framed, 1, data.length());
        return Bytes.wrap(framed);
    }

    /** The text form of a binary message: {@code b4} and standard, padded base64. */
    public static Bytes encodeBase64(Bytes data) {
        byte[] base64 = Base64.getEncoder().encode(data.toArray());
        byte[] text = new byte[base64.length + 2];
        text[0] = 'b';
        text[1] = '0' + MESSAGE;
        System.arraycopy(base64, 0, text, 2, base64.length);
        return Bytes.wrap(text);
    }

    /** Joins packets into one body: the binary form only if {@code binary} is taken and there is any. */
    public static EnginePayload encodePayload(List<EngineRecord> records, boolean binary) {
        boolean octets = binary && records.stream().anyMatch(EngineRecord::binary);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (EngineRecord packet : records) {
            if (octets) {
                writeOctets(packet, out);
            } else {
                writeText(packet.binary() ? encodeBase64(packet.data()) : packet.data(), out);
            }
        }
        return new EnginePayload(Bytes.wrap(out.toByteArray()), octets);
    }

    private static void writeText(Bytes packet, ByteArrayOutputStream out) {
        out.writeBytes((utf16Length(packet) + ":").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(packet.toArray());
    }

    /** A character of four bytes is two UTF-16 units, any other one. */
    private static int utf16Length(Bytes utf8) {
        int units = 0;
        for (int i = 0; i < utf8.length(); i++) {
            int octet = utf8.at(i) & 0xff;
            if (octet < 0x80 || octet >= 0xc0) {
                units += octet >= 0xf0 ? 2 : 1;
            }
        }
        return units;
    }

    private static void writeOctets(EngineRecord packet, ByteArrayOutputStream out) {
        Bytes body = packet.binary() ? encodeBinary(packet.data()) : packet.data();
        out.write(packet.binary() ? 1 : 0);
        for (char digit : Integer.toString(body.length()).toCharArray()) {
            out.write(digit - '0');
        }
        out.write(LENGTH_END);
        out.writeBytes(body.toArray());
    }
}

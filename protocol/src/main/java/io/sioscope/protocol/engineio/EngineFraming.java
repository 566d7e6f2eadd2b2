package io.sioscope.protocol.engineio;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.EngineVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * How the packets of one session are written: its revision and whether its client can take binary. Pure; any thread.
 *
 * @param version the revision of the protocol
 * @param base64 whether binary travels as base64 even where it could travel as it is (query parameter {@code b64})
 */
public record EngineFraming(EngineVersion version, boolean base64) {
    /** Revision 4. */
    public static final EngineFraming V4 = new EngineFraming(EngineVersion.V4, false);
    /** Revision 4 with a client that takes text only. */
    public static final EngineFraming V4_BASE64 = new EngineFraming(EngineVersion.V4, true);
    /** Revision 3 with a client that takes binary. */
    public static final EngineFraming V3 = new EngineFraming(EngineVersion.V3, false);
    /** Revision 3 with a client that takes text only. */
    public static final EngineFraming V3_BASE64 = new EngineFraming(EngineVersion.V3, true);

    /** Decodes a text message of a WebSocket. Never throws. */
    public EnginePacket decodeText(Bytes raw) {
        return switch (version) {
            case V3 -> EngineV3Codec.decodeText(raw);
            case V4 -> EngineV4Codec.decodeText(raw);
        };
    }

    /** Decodes a binary message of a WebSocket. Never throws. */
    public EnginePacket decodeBinary(Bytes raw) {
        return switch (version) {
            case V3 -> EngineV3Codec.decodeBinary(raw);
            case V4 -> new EnginePacket.BinaryMessage(raw);
        };
    }

    /** Decodes a polling body into packets, at least one, the last malformed if the body breaks there. Never throws. */
    public List<EnginePacket> decodePayload(EnginePayload payload) {
        return switch (version) {
            case V3 ->
                payload.octets()
                        ? EngineV3Codec.decodeBinaryPayload(payload.body())
                        : EngineV3Codec.decodePayload(payload.body());
            case V4 -> EngineV4Codec.decodePayload(payload.body());
        };
    }

    /** A packet as one message of a WebSocket: text or binary. */
    public EngineRecord encodeMessage(EngineRecord packet) {
        if (!packet.binary()) {
            return packet;
        }
        return switch (version) {
            case V3 ->
                base64
                        ? EngineRecord.text(EngineV3Codec.encodeBase64(packet.data()))
                        : EngineRecord.binary(EngineV3Codec.encodeBinary(packet.data()));
            case V4 -> base64 ? EngineRecord.text(EngineV4Codec.encodeBinaryRecord(packet.data())) : packet;
        };
    }

    /** Joins packets into one polling body. */
    public EnginePayload encodePayload(List<EngineRecord> records) {
        return switch (version) {
            case V3 -> EngineV3Codec.encodePayload(records, !base64);
            case V4 -> new EnginePayload(encodeV4(records), false);
        };
    }

    private static Bytes encodeV4(List<EngineRecord> records) {
        List<Bytes> parts = new ArrayList<>(records.size());
        for (EngineRecord packet : records) {
            parts.add(packet.binary() ? EngineV4Codec.encodeBinaryRecord(packet.data()) : packet.data());
        }
        return EngineV4Codec.joinPayload(parts);
    }
}

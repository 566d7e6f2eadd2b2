package io.sioscope.protocol.engineio;

import io.sioscope.protocol.Bytes;

/**
 * One packet on its way out, before a framing has written it.
 *
 * @param data the text with its type digit, or a binary message's bytes
 * @param binary whether it is a binary message
 */
public record EngineRecord(Bytes data, boolean binary) {
    /** A text packet, type digit included. */
    public static EngineRecord text(Bytes packet) {
        return new EngineRecord(packet, false);
    }

    /** A binary message. */
    public static EngineRecord binary(Bytes data) {
        return new EngineRecord(data, true);
    }
}

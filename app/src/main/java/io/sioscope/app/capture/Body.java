package io.sioscope.app.capture;

import io.sioscope.protocol.Bytes;
import java.util.List;

/**
 * The bytes of one captured packet. Immutable.
 *
 * @param raw the Engine.IO packet's text with its type digit, or a binary message; empty where there is none
 * @param attachments the binary messages that belong to it, in order
 * @param binary whether {@code raw} travelled as a binary message
 * @param omitted whether the bytes had to be left out of the capture, or cannot be read any more
 * @param argumentsFrom where the arguments start in {@code raw}, without bracket and event name
 * @param argumentsTo where they end; equal to {@code argumentsFrom} where there are none
 */
public record Body(
        Bytes raw, List<Bytes> attachments, boolean binary, boolean omitted, int argumentsFrom, int argumentsTo) {
    /** No bytes, and none were left out. */
    public static final Body NONE = of(Bytes.EMPTY, false);

    /** Bytes that were left out. */
    public static final Body OMITTED = new Body(Bytes.EMPTY, List.of(), false, true, 0, 0);

    /** Keeps a copy of the list. */
    public Body {
        attachments = List.copyOf(attachments);
    }

    /** A message without attachments or arguments. */
    public static Body of(Bytes raw, boolean binary) {
        return new Body(raw, List.of(), binary, false, 0, 0);
    }

    /** The arguments' JSON text: values joined by commas, binary ones as placeholders; empty where there are none. */
    public Bytes arguments() {
        return raw.slice(argumentsFrom, argumentsTo);
    }

    /** The bytes of the message and its attachments. */
    public long size() {
        long size = raw.length();
        for (Bytes attachment : attachments) {
            size += attachment.length();
        }
        return size;
    }
}

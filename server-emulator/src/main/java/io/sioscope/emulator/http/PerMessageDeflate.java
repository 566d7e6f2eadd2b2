package io.sioscope.emulator.http;

/**
 * Which WebSocket messages are compressed ({@code perMessageDeflate} of the Node server; RFC 7692). What a client sends may be
 * compressed whatever its size. Each connection that compresses holds some 300 KB for it.
 *
 * @param threshold from how many bytes on a message is compressed; 1024 in the reference
 */
public record PerMessageDeflate(int threshold) {
    /** The reference's, where it is switched on. */
    public static final PerMessageDeflate DEFAULT = new PerMessageDeflate(1_024);

    /** Refuses sizes below zero. */
    public PerMessageDeflate {
        if (threshold < 0) {
            throw new IllegalArgumentException("sizes must not be below zero");
        }
    }
}

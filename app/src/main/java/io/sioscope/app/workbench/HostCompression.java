package io.sioscope.app.workbench;

/**
 * Whether what is sent is compressed.
 *
 * @param on false leaves everything as it is
 * @param threshold from how many bytes on, 0 for all
 */
public record HostCompression(boolean on, int threshold) {
    /** From 1024 bytes on, as the reference compresses answers to polls. */
    public static final HostCompression USUAL = new HostCompression(true, 1_024);

    /** Nothing is compressed; where it is switched on, from 1024 bytes on. */
    public static final HostCompression OFF = new HostCompression(false, USUAL.threshold());
}

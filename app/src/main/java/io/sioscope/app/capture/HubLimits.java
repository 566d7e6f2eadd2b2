package io.sioscope.app.capture;

/**
 * How much may wait between the sources and the capture thread.
 *
 * @param events how many events; a power of two, at least 8
 * @param bytes how many bytes of bodies
 */
public record HubLimits(int events, long bytes) {
    /** 131 072 events and 64 MB. */
    public static final HubLimits DEFAULT = new HubLimits(131_072, 64L << 20);
}

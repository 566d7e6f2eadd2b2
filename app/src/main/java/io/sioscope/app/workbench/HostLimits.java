package io.sioscope.app.workbench;

/**
 * What a host takes and keeps, in bytes.
 *
 * @param maxHttpBufferSize the largest message
 * @param maxOutboundBuffer how much may wait for one client that does not read
 */
public record HostLimits(int maxHttpBufferSize, int maxOutboundBuffer) {
    /** The reference's largest message, and a bound that the reference does not have. */
    public static final HostLimits USUAL = new HostLimits(1_000_000, 16 * 1024 * 1024);
}

package io.sioscope.app.workbench;

/**
 * What a host takes and keeps.
 *
 * @param maxHttpBufferSize the largest message in bytes
 * @param maxOutboundBuffer how many bytes may wait for one client that does not read
 * @param throttle whether clients are read no faster than the capture records, so that they wait and nothing is left out of
 *     it; otherwise nobody waits, and what finds no room is counted
 */
public record HostLimits(int maxHttpBufferSize, int maxOutboundBuffer, boolean throttle) {
    /** The reference's largest message, a bound that the reference does not have, and nobody waits. */
    public static final HostLimits USUAL = new HostLimits(1_000_000, 16 * 1024 * 1024, false);
}

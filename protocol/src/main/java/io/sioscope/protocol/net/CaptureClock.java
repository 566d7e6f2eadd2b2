package io.sioscope.protocol.net;

import java.time.Instant;

/**
 * Wall-clock time that never goes back: the system's time at one moment, and what the monotonic clock has counted since.
 * Immutable; any thread.
 */
public final class CaptureClock {
    private static final CaptureClock SYSTEM = new CaptureClock();

    private final long wallNanos;
    private final long monotonicNanos;

    private CaptureClock() {
        Instant now = Instant.now();
        this.monotonicNanos = System.nanoTime();
        this.wallNanos = now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    /** The one clock of this process, so that all its sources agree. */
    public static CaptureClock system() {
        return SYSTEM;
    }

    /** Nanoseconds since 1970-01-01T00:00Z. */
    public long nowNanos() {
        return at(System.nanoTime());
    }

    /** The time at which {@link System#nanoTime()} gave {@code nanoTime}, in nanoseconds since 1970-01-01T00:00Z. */
    public long at(long nanoTime) {
        return wallNanos + (nanoTime - monotonicNanos);
    }
}

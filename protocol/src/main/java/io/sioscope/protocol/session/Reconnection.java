package io.sioscope.protocol.session;

/**
 * Whether and how a lost connection is opened again. The defaults are the reference's.
 *
 * @param enabled whether at all
 * @param attempts how many times, from 0; {@link #UNLIMITED} for no bound
 * @param delayMs the first pause in milliseconds, doubled at each attempt, from 0
 * @param delayMaxMs the longest pause in milliseconds, jitter included
 * @param jitter by which share a pause is made shorter or longer at random, from 0 to 1
 */
public record Reconnection(boolean enabled, int attempts, long delayMs, long delayMaxMs, double jitter) {
    /** No bound of {@link #attempts}. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** Reconnects for ever, after 1 s doubled up to 5 s, with a jitter of a half. */
    public static final Reconnection DEFAULT = new Reconnection(true, UNLIMITED, 1000, 5000, 0.5);

    /** Never reconnects. */
    public static final Reconnection OFF = new Reconnection(false, 0, 1000, 5000, 0.5);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a value is out of its range
     */
    public Reconnection {
        if (attempts < 0 || delayMs < 0 || delayMaxMs < 0 || !(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("attempts and delays are not negative, jitter is from 0 to 1");
        }
    }

    /** The same, on or off. */
    public Reconnection withEnabled(boolean changed) {
        return new Reconnection(changed, attempts, delayMs, delayMaxMs, jitter);
    }

    /** The same with another number of attempts. */
    public Reconnection withAttempts(int changed) {
        return new Reconnection(enabled, changed, delayMs, delayMaxMs, jitter);
    }

    /** The same with another first pause. */
    public Reconnection withDelayMs(long changed) {
        return new Reconnection(enabled, attempts, changed, delayMaxMs, jitter);
    }

    /** The same with another longest pause. */
    public Reconnection withDelayMaxMs(long changed) {
        return new Reconnection(enabled, attempts, delayMs, changed, jitter);
    }

    /** The same with another jitter. */
    public Reconnection withJitter(double changed) {
        return new Reconnection(enabled, attempts, delayMs, delayMaxMs, changed);
    }
}

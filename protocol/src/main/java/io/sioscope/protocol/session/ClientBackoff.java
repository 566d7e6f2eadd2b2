package io.sioscope.protocol.session;

import java.util.function.DoubleSupplier;

/**
 * The pauses between attempts to reconnect, with the reference's arithmetic: doubled each time, then jittered, then capped
 * (socket.io-client 4.8, contrib/backo2). The cap after the jitter makes long pauses mostly equal to the cap. One thread.
 */
public final class ClientBackoff {
    private final Reconnection options;
    private final DoubleSupplier random;
    private int attempts;

    /**
     * A back-off before its first attempt.
     *
     * @param random numbers from 0 (inclusive) to 1 (exclusive), one for each pause if there is jitter
     */
    public ClientBackoff(Reconnection options, DoubleSupplier random) {
        this.options = options;
        this.random = random;
    }

    /** How many pauses were asked for since the last {@link #reset()}. */
    public int attempts() {
        return attempts;
    }

    /** The next pause in whole milliseconds; counts an attempt. */
    public long nextMs() {
        double base = options.delayMs() * Math.pow(2, attempts);
        attempts = attempts == Integer.MAX_VALUE ? attempts : attempts + 1;
        if (Double.isInfinite(base)) {
            return options.delayMaxMs();
        }
        return (long) Math.min(options.jitter() > 0 ? jittered(base) : base, options.delayMaxMs());
    }

    private double jittered(double base) {
        double drawn = random.getAsDouble();
        double deviation = Math.floor(drawn * options.jitter() * base);
        boolean shorter = ((int) Math.floor(drawn * 10) & 1) == 0;
        return shorter ? base - deviation : base + deviation;
    }

    /** Begins again with the first pause. */
    public void reset() {
        attempts = 0;
    }
}

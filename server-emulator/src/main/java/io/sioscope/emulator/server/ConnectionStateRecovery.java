package io.sioscope.emulator.server;

import java.time.Duration;

/**
 * Lets a client that lost its connection for a while come back as who it was ({@code connectionStateRecovery}).
 *
 * @param maxDisconnectionDuration how long it may be away; 2 minutes in the reference
 * @param skipMiddlewares whether it need not pass the middlewares again; true in the reference
 */
public record ConnectionStateRecovery(Duration maxDisconnectionDuration, boolean skipMiddlewares) {
    /** The reference's values. */
    public static final ConnectionStateRecovery DEFAULT = new ConnectionStateRecovery(Duration.ofMinutes(2), true);

    /** Refuses a time that is not above zero. */
    public ConnectionStateRecovery {
        if (maxDisconnectionDuration.isNegative() || maxDisconnectionDuration.isZero()) {
            throw new IllegalArgumentException("times must be above zero");
        }
    }
}

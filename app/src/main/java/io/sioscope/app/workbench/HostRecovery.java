package io.sioscope.app.workbench;

import java.time.Duration;

/**
 * Whether clients that were away for a while come back as who they were.
 *
 * @param on whether they do
 * @param duration how long they may be away
 * @param skipMiddlewares whether they need not pass the middlewares again
 */
public record HostRecovery(boolean on, Duration duration, boolean skipMiddlewares) {
    /** Off, with the reference's values for when it is on. */
    public static final HostRecovery OFF = new HostRecovery(false, Duration.ofMinutes(2), true);
}

package io.sioscope.protocol.session;

/** Where a client's session has its timers kept. A timer that fires comes back as {@link ClientManager#onTimer}. */
public interface ClientTimers {
    /** Starts a timer, in place of an equal one that runs. */
    void start(ClientTimer timer, long delayNanos);

    /** Stops a timer if it runs. */
    void cancel(ClientTimer timer);
}

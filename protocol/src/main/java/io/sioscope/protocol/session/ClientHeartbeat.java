package io.sioscope.protocol.session;

import java.util.concurrent.TimeUnit;

/**
 * The time by which the server's next heartbeat must have come: pingInterval and pingTimeout after the last one. The clock
 * decides, the timer only reminds, since timers come late on a machine that slept (engine.io-client, _hasPingExpired).
 */
final class ClientHeartbeat {
    private final ClientTimer timer;
    private final ClientTimers timers;
    private long allowedNanos;
    private long deadline;

    ClientHeartbeat(long engine, ClientTimers timers) {
        this.timer = new ClientTimer.Heartbeat(engine);
        this.timers = timers;
    }

    void begin(long intervalMs, long timeoutMs, long now) {
        allowedNanos = TimeUnit.MILLISECONDS.toNanos(intervalMs + timeoutMs);
        beat(now);
    }

    void beat(long now) {
        deadline = now + allowedNanos;
        timers.start(timer, allowedNanos);
    }

    boolean isOverdue(long now) {
        return now - deadline >= 0;
    }

    void remindAgain(long now) {
        timers.start(timer, deadline - now);
    }

    void stop() {
        timers.cancel(timer);
    }
}

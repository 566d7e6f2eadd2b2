package io.sioscope.protocol.session;

import io.sioscope.protocol.EngineVersion;
import java.util.concurrent.TimeUnit;

/**
 * The heartbeat as a client sees it. In revision 4 the server's next one must come within pingInterval and pingTimeout
 * after the last. In revision 3 the client sends it, pingInterval after the open packet or the last answer; something must
 * come within pingTimeout after it, and otherwise within both (engine.io-client 3.5, setPing and onHeartbeat). The clock
 * decides, the timer only reminds, since timers come late on a machine that slept (engine.io-client 6.6, _hasPingExpired).
 */
final class ClientHeartbeat {
    private final ClientTimer timer;
    private final ClientTimer pingTimer;
    private final ClientTimers timers;
    private boolean pings;
    private boolean last;
    private long intervalNanos;
    private long timeoutNanos;
    private long deadline;

    ClientHeartbeat(long engine, ClientTimers timers) {
        this.timer = new ClientTimer.Heartbeat(engine);
        this.pingTimer = new ClientTimer.Ping(engine);
        this.timers = timers;
    }

    void begin(EngineVersion version, long intervalMs, long timeoutMs, long now) {
        pings = version == EngineVersion.V3;
        intervalNanos = TimeUnit.MILLISECONDS.toNanos(intervalMs);
        timeoutNanos = TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        beat(now);
    }

    /** The server's heartbeat came, or in revision 3 its answer to ours. */
    void beat(long now) {
        await(intervalNanos + timeoutNanos, now);
        if (pings) {
            timers.start(pingTimer, intervalNanos);
        }
    }

    /** Any packet came, which in revision 3 is a sign of life. The running timer finds out. */
    void heard(long now) {
        if (pings && !last) {
            deadline = now + intervalNanos + timeoutNanos;
        }
    }

    /** Ours is on its way. */
    void sent(long now) {
        await(timeoutNanos, now);
    }

    /** The session has that long to end, whatever still comes. */
    void limit(long nanos, long now) {
        if (deadline - now > nanos) {
            await(nanos, now);
        }
        last = true;
    }

    private void await(long nanos, long now) {
        if (last) {
            return;
        }
        deadline = now + nanos;
        timers.start(timer, nanos);
    }

    boolean isOverdue(long now) {
        return now - deadline >= 0;
    }

    void remindAgain(long now) {
        timers.start(timer, deadline - now);
    }

    void stop() {
        timers.cancel(timer);
        timers.cancel(pingTimer);
    }
}

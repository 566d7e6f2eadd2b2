package io.sioscope.app.capture;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Rates and totals of what is recorded. Socket.IO packets count; heartbeats, HTTP exchanges and changes of a connection do
 * not. The capture thread adds; any thread reads.
 */
public final class Statistics {
    private static final int SECONDS = 60;

    /** The most sessions with figures of their own; further ones count in the totals alone. */
    private static final int MAX_SESSIONS = 1_024;

    private final LongSupplier clock;
    private final RateWindow all;
    private final ConcurrentHashMap<String, RateWindow> sessions = new ConcurrentHashMap<>();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder rows = new LongAdder();
    private final LongAdder lost = new LongAdder();

    /** Statistics by a monotonic clock in nanoseconds, such as {@link System#nanoTime}. */
    public Statistics(LongSupplier clock) {
        this.clock = clock;
        this.all = new RateWindow(clock.getAsLong());
    }

    void recorded(Entry entry) {
        rows.increment();
        if (entry.layer() != Layer.SOCKETIO) {
            return;
        }
        long now = clock.getAsLong();
        bytes.add(entry.size());
        all.add(now);
        @Nullable RateWindow own = sessions.get(entry.session());
        if (own == null && sessions.size() < MAX_SESSIONS) {
            own = sessions.computeIfAbsent(entry.session(), name -> new RateWindow(now));
        }
        if (own != null) {
            own.add(now);
        }
    }

    void lost(long events) {
        lost.add(events);
    }

    /** Rows of all layers. */
    public long rows() {
        return rows.sum();
    }

    /** Socket.IO packets. */
    public long packets() {
        return all.total();
    }

    /** The sum of the sizes of the Socket.IO packets, in bytes. */
    public long bytes() {
        return bytes.sum();
    }

    /** Events that were left out of the capture. */
    public long lost() {
        return lost.sum();
    }

    /** Socket.IO packets in the last second. */
    public long packetsPerSecond() {
        return all.lastSecond(clock.getAsLong());
    }

    /** Socket.IO packets in each of the last 60 seconds, oldest first. */
    public long[] history() {
        return all.history(clock.getAsLong(), SECONDS);
    }

    /** Socket.IO packets of one session in the last second; 0 where the session is not known. */
    public long packetsPerSecond(String session) {
        RateWindow own = sessions.get(session);
        return own == null ? 0 : own.lastSecond(clock.getAsLong());
    }

    /** Socket.IO packets of one session; 0 where the session is not known. */
    public long packets(String session) {
        RateWindow own = sessions.get(session);
        return own == null ? 0 : own.total();
    }
}

package io.sioscope.app.capture;

import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;

/** Adds up what is left out, until it is told in one gap. Belongs to one thread, or to whoever holds its lock. */
final class LossCount {
    private long events;
    private long bytes;
    private long fromNanos = Long.MAX_VALUE;
    private long untilNanos = Long.MIN_VALUE;

    boolean isEmpty() {
        return events == 0;
    }

    void add(long count, long size, long timeNanos) {
        events += count;
        bytes += size;
        fromNanos = Math.min(fromNanos, timeNanos);
        untilNanos = Math.max(untilNanos, timeNanos);
    }

    /** The gap so far; counting starts anew. */
    Entry take(String session, Direction direction, Transport transport) {
        Details.Gap gap = new Details.Gap(events, bytes, untilNanos);
        Entry entry = new Entry(
                fromNanos, session, "", direction, transport, Layer.GAP, "gap", "", "", "", -1, bytes, false, Body.NONE, gap);
        events = 0;
        bytes = 0;
        fromNanos = Long.MAX_VALUE;
        untilNanos = Long.MIN_VALUE;
        return entry;
    }
}

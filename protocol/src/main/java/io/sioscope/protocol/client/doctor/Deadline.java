package io.sioscope.protocol.client.doctor;

import java.time.Duration;

/**
 * A moment until which something may take.
 *
 * @param atNanos on the clock of {@link System#nanoTime()}
 */
record Deadline(long atNanos) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The earlier one of this and a moment so far from now. */
    Deadline orIn(Duration time) {
        Deadline other = in(time);
        return other.atNanos - atNanos < 0 ? other : this;
    }

    /** Milliseconds left, at least 1: sockets read 0 as "for ever". */
    int millis() {
        return Math.clamp((atNanos - System.nanoTime()) / 1_000_000, 1, Integer.MAX_VALUE);
    }

    boolean isOver() {
        return System.nanoTime() - atNanos >= 0;
    }
}

package io.sioscope.app.capture;

/**
 * Counts per second over the last minute, in a ring of tenths of a second. One thread adds; any thread reads, and may miss
 * what is being added at that moment. Times are nanoseconds of one monotonic clock.
 */
final class RateWindow {
    private static final long SLOT_NANOS = 100_000_000L;
    private static final int SLOTS = 1_024;
    private static final int SLOTS_PER_SECOND = 10;

    private final long[] slots = new long[SLOTS];
    private final int[] counts = new int[SLOTS];
    private final long origin;
    private volatile long total;

    RateWindow(long nowNanos) {
        origin = nowNanos;
    }

    private long slot(long nowNanos) {
        return (nowNanos - origin) / SLOT_NANOS + SLOTS_PER_SECOND;
    }

    void add(long nowNanos) {
        long slot = slot(nowNanos);
        int at = (int) (slot % SLOTS);
        if (slots[at] != slot) {
            slots[at] = slot;
            counts[at] = 0;
        }
        counts[at]++;
        long next = total + 1;
        total = next;
    }

    long total() {
        return total;
    }

    /** How many were added in the last whole second before {@code nowNanos}. */
    long lastSecond(long nowNanos) {
        return between(slot(nowNanos) - SLOTS_PER_SECOND, slot(nowNanos));
    }

    /** How many were added in each of the last {@code seconds} whole seconds, oldest first; at most 100. */
    long[] history(long nowNanos, int seconds) {
        long[] history = new long[seconds];
        long end = slot(nowNanos);
        for (int i = 0; i < seconds; i++) {
            long from = end - (long) (seconds - i) * SLOTS_PER_SECOND;
            history[i] = between(from, from + SLOTS_PER_SECOND);
        }
        return history;
    }

    private long between(long from, long to) {
        long read = total;
        long sum = 0;
        for (long slot = Math.max(0, from); slot < to; slot++) {
            int at = (int) (slot % SLOTS);
            sum += slots[at] == slot ? counts[at] : 0;
        }
        return Math.min(sum, read);
    }
}

package io.sioscope.app.ui.shell;

import java.util.HashMap;
import java.util.Map;

/** Packets a second, from counts that grow. One per window; no clock of its own. */
final class RateMeter {

    private static final long LEAST_NANOS = 500_000_000;

    private final Map<String, Sample> samples = new HashMap<>();

    private record Sample(long nanos, long count, long rate) {}

    /**
     * The rate of what is counted, renewed twice a second.
     *
     * @param what is counted, such as a session's id
     * @param count so far
     * @param nanos now, on the scale of {@link System#nanoTime()}
     */
    long rate(String what, long count, long nanos) {
        Sample last = samples.get(what);
        if (last == null) {
            samples.put(what, new Sample(nanos, count, 0));
            return 0;
        }
        long passed = nanos - last.nanos();
        if (passed < LEAST_NANOS) {
            return last.rate();
        }
        long rate = Math.round((count - last.count()) * 1e9 / passed);
        samples.put(what, new Sample(nanos, count, Math.max(0, rate)));
        return Math.max(0, rate);
    }
}

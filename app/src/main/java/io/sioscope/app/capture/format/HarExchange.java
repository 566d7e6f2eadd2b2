package io.sioscope.app.capture.format;

import io.sioscope.app.capture.Details;
import io.sioscope.protocol.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One request of a polling connection, and the packets that its bodies carry. Belongs to one thread.
 *
 * <p>The capture knows exchanges and packets, not which carried which: a packet is put into the nearest exchange of its
 * method. Where there is none, one is made up and marked so.
 */
final class HarExchange {
    private static final long NEAR_NANOS = 50_000_000L;

    final long fromNanos;
    final long untilNanos;
    final Details.Http http;
    final boolean madeUp;
    final List<Long> rows = new ArrayList<>();

    HarExchange(long untilNanos, Details.Http http) {
        this(Math.min(http.startedNanos(), untilNanos), untilNanos, http, false);
    }

    private HarExchange(long fromNanos, long untilNanos, Details.Http http, boolean madeUp) {
        this.fromNanos = fromNanos;
        this.untilNanos = untilNanos;
        this.http = http;
        this.madeUp = madeUp;
    }

    static HarExchange madeUp(Direction direction, long timeNanos, String url) {
        String method = direction == Direction.TO_SERVER ? "POST" : "GET";
        int path = url.indexOf('/', url.indexOf("://") + 3);
        Details.Http http =
                new Details.Http(method, url.substring(path), url, 200, List.of(), List.of(), 0, 0, timeNanos);
        return new HarExchange(timeNanos, timeNanos, http, true);
    }

    /** Whether a packet that went this way at this time may have been carried by this exchange. */
    boolean mayCarry(Direction direction, long timeNanos) {
        String method = http.method().toUpperCase(Locale.ROOT);
        boolean fits = direction == Direction.TO_SERVER ? method.equals("POST") : method.equals("GET");
        return fits
                && http.status() == 200
                && timeNanos >= fromNanos - NEAR_NANOS
                && timeNanos <= untilNanos + NEAR_NANOS;
    }

    /** Whether this one was made up for packets that passed at the same moment the same way. */
    boolean goesOn(Direction direction, long timeNanos) {
        return madeUp && fromNanos == timeNanos && mayCarry(direction, timeNanos);
    }

    /** How far a packet's time is from when this exchange's body passed. */
    long distance(long timeNanos) {
        return timeNanos < fromNanos ? fromNanos - timeNanos : Math.abs(untilNanos - timeNanos);
    }
}

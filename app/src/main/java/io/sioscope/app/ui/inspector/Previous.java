package io.sioscope.app.ui.inspector;

import io.sioscope.app.capture.Row;
import java.util.concurrent.CancellationException;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The packet before of the same event: same session, namespace, event and direction.
 *
 * @param row null where none was found
 * @param searched how many rows were looked at
 * @param whole whether that was all there are
 */
record Previous(@Nullable Row row, long searched, boolean whole) {

    /** How many rows are looked at. */
    static final long MOST = 200_000;

    private static final int STEP = 1_024;

    /**
     * Searches backwards.
     *
     * @param of an event
     * @param rows gives a row by its number, or null where there is none
     * @param most how many rows to look at
     * @throws CancellationException if the thread is interrupted
     */
    static Previous of(Row of, LongFunction<@Nullable Row> rows, long most) {
        long last = Math.max(1, of.n() - most);
        for (long n = of.n() - 1; n >= last; n--) {
            if (n % STEP == 0 && Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            Row row = rows.apply(n);
            if (row != null && isSame(row, of)) {
                return new Previous(row, of.n() - n, true);
            }
        }
        return new Previous(null, of.n() - last, last == 1);
    }

    private static boolean isSame(Row row, Row other) {
        return row.layer() == other.layer()
                && row.direction() == other.direction()
                && row.kind().equals(other.kind())
                && row.event().equals(other.event())
                && row.session().equals(other.session())
                && row.namespace().equals(other.namespace());
    }
}

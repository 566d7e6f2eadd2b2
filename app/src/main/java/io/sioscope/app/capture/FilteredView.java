package io.sioscope.app.capture;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The numbers of the rows that pass a filter, in order, growing as the journal does. One thread at a time extends it, any
 * thread reads. A changed filter is a new view; closing the old one ends its work.
 */
public final class FilteredView implements AutoCloseable {
    private static final int STEP = 4_096;

    private final Journal journal;
    private final RowMatcher matcher;
    private final IntColumn rows = new IntColumn();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile int size;
    private volatile long scanned;
    private volatile boolean closed;

    /** An empty view; nothing is scanned before it is extended. */
    public FilteredView(Journal journal, Filter filter, ViewScope scope) {
        this.journal = journal;
        this.matcher = new RowMatcher(journal, filter, scope);
        this.scanned = Math.min(scope.after(), journal.length());
    }

    /** How many rows pass, of those scanned. Only grows. */
    public int size() {
        return size;
    }

    /** The number of the row at {@code index}, 0 ≤ index &lt; {@link #size()}. */
    public long row(int index) {
        return Integer.toUnsignedLong(rows.get(index));
    }

    /** Up to which row of the journal was scanned: the view is complete where that is the journal's length. */
    public long scanned() {
        return scanned;
    }

    /** The index of row {@code n}; where it does not pass, minus the index at which it would stand, minus 1. */
    public int indexOf(long n) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = row(middle);
            if (found == n) {
                return middle;
            }
            if (found < n) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -(low + 1);
    }

    /**
     * Scans further rows on this thread; does nothing while another thread does.
     *
     * @param most how many rows at most
     * @return whether more rows wait
     */
    public boolean extend(long most) {
        if (!busy.compareAndSet(false, true)) {
            return false;
        }
        try {
            long end = Math.min(journal.length(), scanned + most);
            while (scanned < end && !closed) {
                step(Math.min(end, scanned + STEP));
            }
            return !closed && scanned < journal.length();
        } finally {
            busy.set(false);
        }
    }

    private void step(long to) {
        int found = size;
        for (long n = scanned + 1; n <= to; n++) {
            if (matcher.test(n)) {
                rows.set(found, (int) n);
                found++;
            }
        }
        size = found;
        scanned = to;
    }

    /**
     * Has a worker scan what waits, unless it is at it already. Quick; meant to be called on every pulse.
     */
    public void keepUp(Executor worker) {
        if (!closed && scanned < journal.length() && !busy.get()) {
            worker.execute(() -> extend(Long.MAX_VALUE - journal.length()));
        }
    }

    /** Ends the work on this view. */
    @Override
    public void close() {
        closed = true;
    }
}

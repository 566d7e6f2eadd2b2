package io.sioscope.app.ui.inspector;

import io.sioscope.app.capture.Entry;
import io.sioscope.app.capture.Journal;
import io.sioscope.app.capture.Layer;
import io.sioscope.app.capture.Row;
import java.io.IOException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Packets of a journal. */
public final class JournalPackets implements PacketSource {

    private final Journal journal;
    private final LongSupplier clock;

    /**
     * A source.
     *
     * @param journal what is captured
     * @param clock the capture's clock, in nanoseconds since 1970-01-01T00:00Z
     */
    public JournalPackets(Journal journal, LongSupplier clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public @Nullable Row row(long number) {
        return number < 1 || number > journal.length() ? null : journal.row(number);
    }

    @Override
    public Entry entry(long number) throws IOException {
        return journal.entry(number);
    }

    @Override
    public long previous(Row row, int most) {
        long last = Math.max(1, row.n() - most);
        for (long n = row.n() - 1; n >= last; n--) {
            if (journal.layer(n) == Layer.SOCKETIO && journal.direction(n) == row.direction()) {
                Row other = journal.row(n);
                if (other.event().equals(row.event())
                        && other.kind().equals(row.kind())
                        && other.session().equals(row.session())
                        && other.namespace().equals(row.namespace())) {
                    return n;
                }
            }
        }
        return last > 1 ? -1 : 0;
    }

    @Override
    public long nowNanos() {
        return clock.getAsLong();
    }
}

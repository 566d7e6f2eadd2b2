package io.sioscope.app.ui.inspector;

import io.sioscope.app.capture.Entry;
import io.sioscope.app.capture.Journal;
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
    public long nowNanos() {
        return clock.getAsLong();
    }
}

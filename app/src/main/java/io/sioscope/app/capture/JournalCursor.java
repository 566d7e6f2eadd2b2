package io.sioscope.app.capture;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads whole rows of a journal one after the other, for exports. Quickest in order. Rows that share a body in the file get
 * one object for it, so that a copy shares it again. Belongs to one thread.
 */
public final class JournalCursor {
    private static final int WINDOW = 1 << 20;
    private static final int KEPT = 32;
    private static final int LARGEST_KEPT = 1 << 20;

    private final Journal journal;
    private final RecordReader reader;
    private final Map<Long, Body> bodies = new LinkedHashMap<>();

    /** A cursor over {@code journal}. */
    public JournalCursor(Journal journal) {
        this.journal = journal;
        this.reader = journal.reader(WINDOW);
    }

    /**
     * A whole row, with what it pairs if it is an acknowledgement.
     *
     * @throws IndexOutOfBoundsException if there is no such row
     * @throws IOException if the file cannot be read
     */
    public Numbered read(long n) throws IOException {
        Row row = journal.row(n);
        RecordReader.Found found = reader.head(journal.offset(n));
        RecordHead head = found.head();
        Entry entry = CaptureFile.entry(head, body(found), RecordCodec.details(head));
        return entry.isAck()
                ? new Numbered(n, entry, row.pairs(), row.latencyNanos())
                : new Numbered(n, entry, 0, -1);
    }

    private Body body(RecordReader.Found found) throws IOException {
        if (found.head().omitted()) {
            return Body.OMITTED;
        }
        long holder = reader.holder(found).payloadAt();
        Body known = bodies.get(holder);
        if (known != null) {
            RecordHead head = found.head();
            return new Body(
                    known.raw(),
                    known.attachments(),
                    head.rawBinary(),
                    false,
                    head.argumentsFrom(),
                    head.argumentsTo());
        }
        Body body = reader.body(found);
        if (body.size() <= LARGEST_KEPT) {
            if (bodies.size() == KEPT) {
                bodies.remove(bodies.keySet().iterator().next());
            }
            bodies.put(holder, body);
        }
        return body;
    }
}

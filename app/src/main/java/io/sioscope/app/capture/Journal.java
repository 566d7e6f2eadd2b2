package io.sioscope.app.capture;

import io.sioscope.protocol.Direction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reading side of a capture: rows from columns in memory, bodies from its file. Any thread, while one other thread
 * appends. Rows are numbered from 1 to {@link #length()}; a row never changes but in what is known of its acknowledgement.
 */
public final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final int SMALL_WINDOW = 4_096;

    private final JournalFile file;
    private final JournalIndex index;
    private volatile @Nullable String failure;
    private volatile long bytes;

    Journal(JournalFile file, JournalIndex index, long bytes) {
        this.file = file;
        this.index = index;
        this.bytes = bytes;
    }

    /** The number of rows, which only grows. One volatile read. */
    public long length() {
        return index.length();
    }

    /** A counter that grows whenever something became known of earlier rows: an acknowledgement came, or never will. */
    public long changes() {
        return index.changes();
    }

    /** The size of the file in bytes. */
    public long fileBytes() {
        return bytes;
    }

    /** The file. */
    public Path path() {
        return file.path();
    }

    /** Why nothing is recorded any more, as the system's words; empty while all is well. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** The sources that appear, in order of appearance. */
    public Dictionary sessions() {
        return index.names.sessions;
    }

    /** The namespaces that appear. */
    public Dictionary namespaces() {
        return index.names.namespaces;
    }

    /** The names of events that appear. */
    public Dictionary events() {
        return index.names.events;
    }

    /** The Socket.IO ids that appear. */
    public Dictionary sockets() {
        return index.names.sockets;
    }

    /** The distinct combinations of session, connection, namespace and socket that appear, in order of appearance. */
    public List<Place> places() {
        return index.names.places.values();
    }

    /** What the capture holds that its owner may not want to hand on. */
    public Set<Secret> secrets() {
        return index.secrets();
    }

    /**
     * A row.
     *
     * @param n its number, from 1 to {@link #length()}
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Row row(long n) {
        check(n);
        Columns columns = index.columns;
        int kind = columns.kind(n);
        int place = columns.place.get(n - 1);
        int event = columns.event.get(n - 1);
        int ack = columns.ack.get(n - 1);
        boolean inFile =
                kind == Names.OTHER || place == Names.OTHER || event == Names.OTHER || ack == Columns.LARGE_ACK;
        @Nullable RecordHead head = inFile ? headOrNull(n) : null;
        if (head != null) {
            return row(n, head.kind(), head.place(), head.event(), head.ackId());
        }
        return row(
                n,
                kind == Names.OTHER ? "?" : index.names.kinds.get(kind),
                place == Names.OTHER ? new Place("?", "?", "", "") : index.names.places.get(place),
                event < 0 ? "" : index.names.events.get(event),
                ack);
    }

    private Row row(long n, String kind, Place place, String event, long ack) {
        Columns columns = index.columns;
        Layer layer = columns.layer(n);
        AckState state = ackState(n, layer, kind, ack);
        long pairs = Math.max(0, published(columns.pairs.get(n - 1)));
        long latency = pairs == 0 ? -1 : Math.abs(columns.time.get(n - 1) - columns.time.get(pairs - 1));
        return new Row(
                n,
                columns.time.get(n - 1),
                layer,
                kind,
                columns.direction(n),
                columns.transport(n),
                place.session(),
                place.link(),
                place.namespace(),
                place.socket(),
                event,
                ack,
                columns.size.get(n - 1),
                columns.binary(n),
                columns.omitted(n),
                state,
                pairs,
                latency);
    }

    private AckState ackState(long n, Layer layer, String kind, long ack) {
        if (layer != Layer.SOCKETIO || ack < 0) {
            return AckState.NONE;
        }
        int pairs = published(index.columns.pairs.get(n - 1));
        return switch (kind) {
            case "event" -> pairs > 0 ? AckState.ACKED : pairs == Columns.NEVER ? AckState.NEVER : AckState.AWAITED;
            case "ack" -> pairs <= 0 ? AckState.UNASKED : answer(n, pairs);
            default -> AckState.NONE;
        };
    }

    private AckState answer(long n, int asked) {
        return published(index.columns.pairs.get(asked - 1L)) == n ? AckState.ANSWER : AckState.DUPLICATE;
    }

    /** A pair that lies beyond the published rows is not known yet. */
    private int published(int pairs) {
        return pairs > index.length() ? 0 : pairs;
    }

    private void check(long n) {
        if (n < 1 || n > index.length()) {
            throw new IndexOutOfBoundsException("row " + n + " of " + index.length());
        }
    }

    /** What a row is about, without making the row. */
    public Layer layer(long n) {
        check(n);
        return index.columns.layer(n);
    }

    /** When a row was seen, without making the row. */
    public long timeNanos(long n) {
        check(n);
        return index.columns.time.get(n - 1);
    }

    /** Which way a row went, without making the row. */
    public Direction direction(long n) {
        check(n);
        return index.columns.direction(n);
    }

    /**
     * All arguments of a packet on one line, and of other rows what comes nearest to that: an HTTP exchange's request line, a
     * connection's reason, the text of a heartbeat. Reads a bounded part of the file.
     *
     * @param n the row
     * @param maxChars where the text is cut; the last character is then an ellipsis
     * @return JSON values joined by commas, binary ones as {@code ‹2.1 kB 89 50 4E…›}; empty where there is nothing to show
     *     or the file cannot be read
     */
    public String preview(long n, int maxChars) {
        check(n);
        try {
            RecordReader reader = reader();
            return new Preview(reader, maxChars).of(reader.head(offset(n)));
        } catch (IOException unreadable) {
            return note(n, unreadable, "");
        }
    }

    /** The bytes of a row; {@link Body#OMITTED} also where the file cannot be read any more. */
    public Body body(long n) {
        check(n);
        try {
            RecordReader reader = reader();
            return reader.body(reader.head(offset(n)));
        } catch (IOException unreadable) {
            return note(n, unreadable, Body.OMITTED);
        }
    }

    /** What else there is to tell of a row; {@link Details#NONE} also where the file cannot be read any more. */
    public Details details(long n) {
        @Nullable RecordHead head = headOrNull(n);
        return head == null ? Details.NONE : RecordCodec.details(head);
    }

    /**
     * All of a row, as it was captured.
     *
     * @throws IOException if the file cannot be read
     */
    public Entry entry(long n) throws IOException {
        check(n);
        return entry(n, reader());
    }

    Entry entry(long n, RecordReader reader) throws IOException {
        RecordReader.Found found = reader.head(offset(n));
        RecordHead head = found.head();
        return CaptureFile.entry(head, reader.body(found), RecordCodec.details(head));
    }

    private @Nullable RecordHead headOrNull(long n) {
        check(n);
        try {
            return reader().head(offset(n)).head();
        } catch (IOException unreadable) {
            LOG.debug("row {} cannot be read", n, unreadable);
            return null;
        }
    }

    private static <T> T note(long n, IOException unreadable, T instead) {
        LOG.debug("row {} cannot be read", n, unreadable);
        return instead;
    }

    private RecordReader reader() {
        return reader(SMALL_WINDOW);
    }

    /** A reader of this journal's records with a window of its own. */
    RecordReader reader(int window) {
        return new RecordReader(file, index.names, window);
    }

    long offset(long n) {
        return index.columns.offset.get(n - 1);
    }

    JournalIndex index() {
        return index;
    }

    void failed(String words) {
        failure = Objects.requireNonNull(words);
    }

    void grown(long fileBytes) {
        bytes = fileBytes;
    }

    /** Closes the file; rows stay readable, bodies do not. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}

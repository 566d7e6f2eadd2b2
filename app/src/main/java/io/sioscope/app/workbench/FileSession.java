package io.sioscope.app.workbench;

import io.sioscope.app.capture.Entry;
import io.sioscope.app.capture.Hub;
import io.sioscope.app.capture.JournalCursor;
import io.sioscope.app.capture.format.Imported;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An opened capture, whose packets go into the hub under this session's id. Any thread. */
public final class FileSession implements Session {
    private static final Logger LOG = LoggerFactory.getLogger(FileSession.class);
    private static final int TELL_EVERY = 5_000;

    private final String id;
    private final Path file;
    private final Runnable changed;
    private volatile SessionState state = new SessionState.Loading(0);
    private volatile boolean closed;

    FileSession(String id, Path file, Runnable changed) {
        this.id = id;
        this.file = file;
        this.changed = changed;
    }

    @Override
    public String id() {
        return id;
    }

    /** Where it was read from. */
    public Path file() {
        return file;
    }

    @Override
    public SessionSnapshot snapshot() {
        Path name = file.getFileName();
        return new SessionSnapshot(
                id,
                SessionSnapshot.Kind.FILE,
                name == null ? file.toString() : name.toString(),
                state,
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** Feeds the rows to the hub, waiting while it is under pressure, and closes {@code imported}. Runs on a worker. */
    void load(Imported imported, Hub hub) {
        try (imported) {
            JournalCursor cursor = new JournalCursor(imported.journal());
            long rows = imported.journal().length();
            String first = rows == 0 ? "" : imported.journal().row(1).session();
            for (long n = 1; n <= rows && !closed; n++) {
                hub.feed(owned(cursor.read(n).entry(), first));
                if (n % TELL_EVERY == 0) {
                    state(new SessionState.Loading(n));
                }
            }
            state(new SessionState.Opened(rows));
        } catch (IOException refused) {
            LOG.warn("{} cannot be read to its end", file, refused);
            state(new SessionState.Closed(String.valueOf(refused.getMessage())));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The entry as this session's. Connections that several of the file's sessions saw stay apart. */
    private Entry owned(Entry entry, String first) {
        Entry ours = entry.inSession(id);
        return entry.session().equals(first) ? ours : ours.onLink(entry.session() + ":" + entry.link());
    }

    void close() {
        closed = true;
    }

    private void state(SessionState reached) {
        state = reached;
        changed.run();
    }
}

package io.sioscope.app.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An opened capture, whose packets are in the journal under the session's id. Any thread. */
public final class FileSession implements Session {
    private final String id;
    private final Path file;
    private final Runnable changed;
    private volatile SessionState state = new SessionState.Loading(0);

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

    void state(SessionState reached) {
        state = reached;
        changed.run();
    }
}

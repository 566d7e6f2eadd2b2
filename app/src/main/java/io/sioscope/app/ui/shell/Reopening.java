package io.sioscope.app.ui.shell;

import io.sioscope.app.workbench.CertificateRefusal;
import io.sioscope.app.workbench.ClientSession;
import io.sioscope.app.workbench.FileSession;
import io.sioscope.app.workbench.HostSession;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workbench.Session;
import io.sioscope.app.workbench.Workbench;
import io.sioscope.emulator.server.ListenException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens once more what was open: for undo, and for another one like it. Belongs on a worker: ports are opened here. */
final class Reopening {

    private final Workbench workbench;
    private final Consumer<Path> opening;

    /**
     * Prepares.
     *
     * @param opening opens a capture; called on whatever thread asks
     */
    Reopening(Workbench workbench, Consumer<Path> opening) {
        this.workbench = workbench;
        this.opening = opening;
    }

    /** What opens a session again; gives the new session's id, or nothing where it comes later. */
    @FunctionalInterface
    interface Way {
        Optional<String> open() throws ListenException, CertificateRefusal;
    }

    /** How to open this session again as it was; empty where there is no such session. */
    Optional<Way> again(String session) {
        return workbench.session(session).map(found -> way(found, false));
    }

    /** How to open another one like it, a host on a free port. */
    Optional<Way> another(String session) {
        return workbench.session(session).map(found -> way(found, true));
    }

    private Way way(Session session, boolean another) {
        return switch (session) {
            case ClientSession client -> () -> Optional.of(workbench.connect(client.spec()).id());
            case HostSession host -> {
                HostSpec same = host.spec().withPort(another ? 0 : host.address().port());
                yield () -> Optional.of(workbench.host(same).id());
            }
            case FileSession file -> () -> {
                opening.accept(file.file());
                return Optional.empty();
            };
        };
    }
}

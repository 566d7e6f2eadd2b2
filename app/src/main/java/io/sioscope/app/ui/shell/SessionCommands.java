package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.kit.MessageKind;
import io.sioscope.app.workbench.SessionSnapshot;
import java.util.Optional;

/** What can be done with the sessions of the window. JavaFX thread. */
record SessionCommands(Shell shell, Desk desk, Pages pages, Reopening reopening, FxExecutor fx) {

    /** Ends the picked session's connection, or opens it again. */
    void link() {
        String session = shell.selected();
        switch (shell.model().linkProperty().get()) {
            case NONE -> {}
            case DISCONNECT -> desk.end(session);
            case RECONNECT -> desk.reconnect(session);
            case STOP -> desk.stop(session);
        }
        shell.refresh();
    }

    /** Ends a session and takes it out of the list; offers it back. */
    void close(String session) {
        Optional<Reopening.Way> again = reopening.again(session);
        String name = desk.snapshot(session).map(SessionSnapshot::name).orElse("");
        desk.close(session);
        pages.forget(session);
        shell.refresh();
        if (desk.snapshots().isEmpty()) {
            shell.go(new Place.Start());
        }
        again.ifPresent(way -> shell.offerUndo(name, () -> reopen(way)));
    }

    /** Opens another session like this one. */
    void duplicate(String session) {
        reopening.another(session).ifPresent(this::reopen);
    }

    private void reopen(Reopening.Way way) {
        fx.work(
                way::open,
                opened -> {
                    shell.refresh();
                    opened.ifPresent(shell::select);
                },
                failed -> shell.say(MessageKind.FAULT, shell.texts().get("undo.failed", String.valueOf(failed.getMessage()))));
    }
}

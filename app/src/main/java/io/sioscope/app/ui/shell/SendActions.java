package io.sioscope.app.ui.shell;

import io.sioscope.app.capture.Layer;
import io.sioscope.app.capture.Row;
import io.sioscope.app.ui.composer.ComposerViewModel;
import io.sioscope.app.ui.inspector.EventActions;
import io.sioscope.app.ui.port.EventDraft;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;
import io.sioscope.protocol.Direction;

/**
 * Sends captured events through the composer, which also says what became of them.
 *
 * @param desk knows the sessions
 * @param composer sends
 * @param focus puts the focus into the composer
 */
record SendActions(Desk desk, ComposerViewModel composer, Runnable focus) implements EventActions {

    @Override
    public boolean canSendAgain(Row row) {
        return canEdit(row)
                && desk.snapshot(row.session())
                        .filter(session -> switch (session.kind()) {
                            case CLIENT ->
                                row.direction() == Direction.TO_SERVER
                                        && session.state() instanceof SessionState.Connected;
                            case HOST -> row.direction() == Direction.TO_CLIENT && isThere(session, row);
                            case FILE -> false;
                        })
                        .isPresent();
    }

    private static boolean isThere(SessionSnapshot host, Row row) {
        return host.sockets().stream().anyMatch(socket -> socket.id().equals(row.socket()));
    }

    @Override
    public boolean canEdit(Row row) {
        return row.layer() == Layer.SOCKETIO && row.kind().equals("event") && desk.live(row.session());
    }

    @Override
    public void sendAgain(EventDraft draft) {
        composer.sendAgain(draft);
    }

    @Override
    public void edit(EventDraft draft) {
        composer.load(draft);
        focus.run();
    }
}

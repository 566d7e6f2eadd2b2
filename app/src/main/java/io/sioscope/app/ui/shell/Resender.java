package io.sioscope.app.ui.shell;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.app.capture.AckState;
import io.sioscope.app.capture.Row;
import io.sioscope.app.ui.composer.ComposerViewModel;
import io.sioscope.app.ui.inspector.Resending;
import io.sioscope.app.ui.port.Selection;
import io.sioscope.app.workbench.EmitRequest;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;
import io.sioscope.app.workbench.Target;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.socketio.Arguments;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sends captured events once more, by the session that they belong to. JavaFX thread. */
record Resender(Desk desk, Selection selection, ComposerViewModel composer, Runnable composing) implements Resending {

    private static final Duration ACK_TIME = Duration.ofSeconds(5);

    @Override
    public boolean canSend(Row row) {
        return desk.snapshot(row.session())
                .filter(session -> switch (session.kind()) {
                    case CLIENT -> row.direction() == Direction.TO_SERVER && session.state() instanceof SessionState.Connected;
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
        return desk.snapshot(row.session())
                .filter(session -> session.kind() != SessionSnapshot.Kind.FILE)
                .isPresent();
    }

    @Override
    public void send(Row row, List<JsonNode> values) {
        boolean client = desk.snapshot(row.session())
                .filter(session -> session.kind() == SessionSnapshot.Kind.CLIENT)
                .isPresent();
        composer.sendAsIs(new EmitRequest(
                row.session(),
                client ? new Target.Server() : new Target.Socket(row.socket()),
                row.namespace(),
                row.event(),
                Arguments.of(values.toArray()),
                row.ackState() == AckState.NONE ? Optional.empty() : Optional.of(ACK_TIME)));
    }

    @Override
    public void edit(Row row, List<JsonNode> values) {
        if (row.direction() == Direction.TO_CLIENT && !row.socket().isEmpty() && canSend(row)) {
            selection.pickSocket(row.namespace(), row.socket());
        }
        composer.write(row.namespace(), row.event(), values, row.ackState() != AckState.NONE);
        composing.run();
    }
}

package io.sioscope.app.ui.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.workbench.NamespaceSnapshot;
import io.sioscope.app.workbench.NamespaceState;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;
import io.sioscope.protocol.Transport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalTest {

    private static final NamespaceState CONNECTED = new NamespaceState.Connected("sid");
    private static final NamespaceState LEFT = new NamespaceState.Left("io client disconnect");
    private static final NamespaceState REFUSED = new NamespaceState.Refused("no", Optional.empty());
    private static final SessionState OPEN = new SessionState.Connected(Transport.WEBSOCKET);
    private static final SessionState OVER = new SessionState.Closed("io client disconnect");

    private static SessionSnapshot session(SessionSnapshot.Kind kind, SessionState state, NamespaceState root) {
        return new SessionSnapshot(
                "s", kind, "x", state, Optional.empty(), List.of(new NamespaceSnapshot("/", root)), List.of());
    }

    private static Optional<Refusal> client(TreeCommand command, SessionState state, NamespaceState root, String namespace) {
        return Refusal.of(command, session(SessionSnapshot.Kind.CLIENT, state, root), namespace, true);
    }

    @Test
    void aConnectionIsEndedAndOpenedOnlyWhereItIsNotSoAlready() {
        assertThat(client(TreeCommand.DISCONNECT, OPEN, CONNECTED, "")).isEmpty();
        assertThat(client(TreeCommand.DISCONNECT, OVER, LEFT, "")).contains(Refusal.OVER);
        assertThat(client(TreeCommand.RECONNECT, OPEN, CONNECTED, "")).contains(Refusal.CONNECTED);
        assertThat(client(TreeCommand.RECONNECT, OPEN, REFUSED, "")).as("asks again for what is missing").isEmpty();
        assertThat(client(TreeCommand.RECONNECT, OVER, LEFT, "")).isEmpty();
        assertThat(client(TreeCommand.RECONNECT, new SessionState.Connecting(), new NamespaceState.Waiting(), ""))
                .contains(Refusal.CONNECTING);
        SessionState lost = new SessionState.Reconnecting(3, Instant.EPOCH);
        assertThat(client(TreeCommand.RECONNECT, lost, new NamespaceState.Waiting(), "")).as("at once").isEmpty();
        assertThat(client(TreeCommand.DISCONNECT, lost, new NamespaceState.Waiting(), "")).isEmpty();
    }

    @Test
    void aNamespaceIsLeftAndJoinedByItself() {
        assertThat(client(TreeCommand.DISCONNECT, OPEN, CONNECTED, "/")).isEmpty();
        assertThat(client(TreeCommand.DISCONNECT, OPEN, LEFT, "/")).contains(Refusal.OVER);
        assertThat(client(TreeCommand.DISCONNECT, OPEN, REFUSED, "/")).contains(Refusal.REFUSED);
        assertThat(client(TreeCommand.RECONNECT, OPEN, CONNECTED, "/")).contains(Refusal.CONNECTED);
        assertThat(client(TreeCommand.RECONNECT, OPEN, LEFT, "/")).isEmpty();
        assertThat(client(TreeCommand.RECONNECT, OPEN, REFUSED, "/")).isEmpty();
    }

    @Test
    void hostsFilesAndWhatWasReplacedSayWhatTheyAre() {
        SessionSnapshot host = session(
                SessionSnapshot.Kind.HOST,
                new SessionState.Listening("http://localhost", 1, "/socket.io"),
                new NamespaceState.Served(0));
        assertThat(Refusal.of(TreeCommand.NAMESPACE, host, "", false)).contains(Refusal.HOST_SERVES);
        assertThat(Refusal.of(TreeCommand.DISCONNECT, host, "", false)).isEmpty();
        assertThat(Refusal.of(TreeCommand.RECONNECT, host, "", false)).contains(Refusal.LISTENING);
        SessionSnapshot stopped = session(SessionSnapshot.Kind.HOST, OVER, new NamespaceState.Served(0));
        assertThat(Refusal.of(TreeCommand.DISCONNECT, stopped, "", false)).contains(Refusal.OVER);
        assertThat(Refusal.of(TreeCommand.RECONNECT, stopped, "", false)).contains(Refusal.STOPPED);
        SessionSnapshot file = session(SessionSnapshot.Kind.FILE, new SessionState.Opened(1), CONNECTED);
        for (TreeCommand command : TreeCommand.values()) {
            boolean can = command == TreeCommand.RENAME || command == TreeCommand.CLOSE;
            assertThat(Refusal.of(command, file, "", false).isEmpty()).as("%s", command).isEqualTo(can);
        }
        SessionSnapshot gone = session(SessionSnapshot.Kind.CLIENT, OVER, LEFT);
        assertThat(Refusal.of(TreeCommand.RECONNECT, gone, "", false)).contains(Refusal.REPLACED);
        assertThat(Refusal.of(TreeCommand.CLOSE, gone, "", false)).isEmpty();
    }
}

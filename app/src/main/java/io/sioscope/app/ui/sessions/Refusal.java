package io.sioscope.app.ui.sessions;

import io.sioscope.app.workbench.NamespaceSnapshot;
import io.sioscope.app.workbench.NamespaceState;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;
import java.util.Optional;

/** Why a command can do nothing to a line of the tree. Pure. */
enum Refusal {
    /** Only clients join namespaces. */
    HOST_SERVES("host-serves"),
    /** Nothing is connected in a capture. */
    FILE("file"),
    /** The session made place for another one. */
    REPLACED("replaced"),
    /** It ended already. */
    OVER("over"),
    /** It is as one wants it already. */
    CONNECTED("connected"),
    /** The connection is being made. */
    CONNECTING("connecting"),
    /** The server did not grant it. */
    REFUSED("refused"),
    /** It listens already. */
    LISTENING("listening"),
    /** A host that was stopped is started on its page. */
    STOPPED("stopped");

    private final String key;

    Refusal(String key) {
        this.key = "why." + key;
    }

    /** The key of its words. */
    String key() {
        return key;
    }

    /**
     * Why a command can do nothing; empty where it can.
     *
     * @param namespace the one of a connection; empty for the whole session
     * @param there whether the session is a connection that can be opened again
     */
    static Optional<Refusal> of(TreeCommand command, SessionSnapshot session, String namespace, boolean there) {
        return switch (command) {
            case RENAME, CLOSE -> Optional.empty();
            case DUPLICATE -> session.kind() == SessionSnapshot.Kind.FILE ? Optional.of(FILE) : Optional.empty();
            case NAMESPACE, DISCONNECT, RECONNECT ->
                switch (session.kind()) {
                    case FILE -> Optional.of(FILE);
                    case HOST -> ofHost(command, session);
                    case CLIENT -> there ? ofClient(command, session, namespace) : Optional.of(REPLACED);
                };
        };
    }

    private static Optional<Refusal> ofHost(TreeCommand command, SessionSnapshot session) {
        boolean listens = session.state() instanceof SessionState.Listening;
        return switch (command) {
            case NAMESPACE -> Optional.of(HOST_SERVES);
            case DISCONNECT -> listens ? Optional.empty() : Optional.of(OVER);
            case RECONNECT -> Optional.of(listens ? LISTENING : STOPPED);
            case RENAME, DUPLICATE, CLOSE -> Optional.empty();
        };
    }

    private static Optional<Refusal> ofClient(TreeCommand command, SessionSnapshot session, String namespace) {
        boolean over = session.state() instanceof SessionState.Closed || session.state() instanceof SessionState.Failed;
        Optional<NamespaceState> own = session.namespaces().stream()
                .filter(each -> each.name().equals(namespace))
                .map(NamespaceSnapshot::state)
                .findFirst();
        return switch (command) {
            case DISCONNECT ->
                over ? Optional.of(OVER) : own.flatMap(Refusal::whyNotLeft);
            case RECONNECT ->
                own.isPresent()
                        ? own.filter(NamespaceState.Connected.class::isInstance).map(state -> CONNECTED)
                        : whyNotOpened(session);
            case NAMESPACE, RENAME, DUPLICATE, CLOSE -> Optional.empty();
        };
    }

    private static Optional<Refusal> whyNotLeft(NamespaceState state) {
        return switch (state) {
            case NamespaceState.Left _ -> Optional.of(OVER);
            case NamespaceState.Refused _ -> Optional.of(REFUSED);
            case NamespaceState.Connected _, NamespaceState.Waiting _, NamespaceState.Served _ -> Optional.empty();
        };
    }

    /** A connection of which a namespace is missing asks for that one. */
    private static Optional<Refusal> whyNotOpened(SessionSnapshot session) {
        boolean whole = session.namespaces().stream().allMatch(each -> each.state() instanceof NamespaceState.Connected);
        return switch (session.state()) {
            case SessionState.Connected _ -> whole ? Optional.of(CONNECTED) : Optional.empty();
            case SessionState.Connecting _ -> Optional.of(CONNECTING);
            case SessionState.Reconnecting _,
                    SessionState.Closed _,
                    SessionState.Failed _,
                    SessionState.Listening _,
                    SessionState.Loading _,
                    SessionState.Opened _ -> Optional.empty();
        };
    }
}

package io.sioscope.app.workbench;

import io.sioscope.protocol.session.ConnectFailure;
import java.util.List;
import java.util.Optional;

/**
 * A session as it was at one moment.
 *
 * @param id names it in captures: {@code c1}, {@code h1}, {@code f1}
 * @param name for people: a URL or a file's name
 * @param lastFailure why a client's latest attempt to open failed; empty once one succeeds
 * @param namespaces a client's in the order asked, a host's sorted
 * @param sockets a host's, sorted by namespace and then by age; empty for the others
 * @param insecure whether a client takes its server's certificate and name unchecked
 */
public record SessionSnapshot(
        String id,
        Kind kind,
        String name,
        SessionState state,
        Optional<ConnectFailure> lastFailure,
        List<NamespaceSnapshot> namespaces,
        List<SocketSnapshot> sockets,
        boolean insecure) {
    /** What a session is. */
    public enum Kind {
        /** A connection to a server. */
        CLIENT,
        /** A server of ours. */
        HOST,
        /** An opened capture. */
        FILE
    }

    /** One that is not insecure. */
    public SessionSnapshot(
            String id,
            Kind kind,
            String name,
            SessionState state,
            Optional<ConnectFailure> lastFailure,
            List<NamespaceSnapshot> namespaces,
            List<SocketSnapshot> sockets) {
        this(id, kind, name, state, lastFailure, namespaces, sockets, false);
    }

    /** Keeps copies of the lists. */
    public SessionSnapshot {
        namespaces = List.copyOf(namespaces);
        sockets = List.copyOf(sockets);
    }
}

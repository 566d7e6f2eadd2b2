package io.sioscope.app.ui.connect;

import io.sioscope.protocol.client.doctor.Finding;
import java.util.Optional;

/**
 * Something that the page itself can change so that the connection works.
 *
 * @param kind what is changed
 * @param value the new path; empty for the others
 */
record Remedy(Kind kind, String value) {

    /** What is changed. */
    enum Kind {
        /** The path. */
        PATH,
        /** The URL's scheme, to one with TLS. */
        TLS,
        /** The URL's scheme, to one without. */
        PLAIN,
        /** The transports, to polling alone. */
        POLLING,
        /** The transports, to WebSocket alone. */
        WEBSOCKET
    }

    /** What helps against a fault; empty where the page has no field for it. */
    static Optional<Remedy> of(Finding finding) {
        return Optional.ofNullable(switch (finding.kind()) {
            case PATH_ELSEWHERE -> new Remedy(Kind.PATH, finding.values().getLast());
            case TLS_ASKED_WITHOUT -> new Remedy(Kind.TLS, "");
            case TLS_PLAIN_SERVER -> new Remedy(Kind.PLAIN, "");
            case TRANSPORT_UPGRADE_STRIPPED, TRANSPORT_WEBSOCKET_BLOCKED, TRANSPORT_WEBSOCKET_OFF, TRANSPORT_WEBSOCKET_CUT ->
                new Remedy(Kind.POLLING, "");
            case TRANSPORT_NOT_STICKY, TRANSPORT_STICKY_BY_COOKIE, TRANSPORT_POLLING_OFF -> new Remedy(Kind.WEBSOCKET, "");
            default -> null;
        });
    }
}

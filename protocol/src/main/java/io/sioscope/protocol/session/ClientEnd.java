package io.sioscope.protocol.session;

import io.sioscope.protocol.capture.CaptureEvent.LinkChange;

/** Why an engine's session ends, and what is known about it. */
record ClientEnd(CloseReason reason, CloseDetail detail) {
    static final ClientEnd FORCED = new ClientEnd(CloseReason.FORCED_CLOSE, CloseDetail.NONE);

    /** The packet that ends a polling session came. */
    static final ClientEnd BY_SERVER =
            new ClientEnd(CloseReason.TRANSPORT_CLOSE, CloseDetail.of("transport closed by the server"));

    static final ClientEnd NO_HEARTBEAT = new ClientEnd(CloseReason.PING_TIMEOUT, CloseDetail.NONE);

    /** The WebSocket was closed or lost. */
    static ClientEnd webSocketClosed(int code, String reason) {
        return new ClientEnd(
                CloseReason.TRANSPORT_CLOSE,
                CloseDetail.of(reason.isEmpty() ? "websocket connection closed" : reason, code));
    }

    static ClientEnd of(ConnectFailure failure) {
        return new ClientEnd(CloseReason.TRANSPORT_ERROR, ClientWords.detailOf(failure));
    }

    LinkChange asChange() {
        return new LinkChange.Closed(reason.text(), detail.description());
    }
}

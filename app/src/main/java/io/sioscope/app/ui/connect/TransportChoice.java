package io.sioscope.app.ui.connect;

import io.sioscope.protocol.Transport;
import java.util.List;

/** The transports that a connection may use. */
public enum TransportChoice {
    /** Polling first, then WebSocket where both sides can: the reference's default. */
    POLLING_THEN_WEBSOCKET(List.of(Transport.POLLING, Transport.WEBSOCKET)),
    /** WebSocket first; polling where it does not get through and the next transport may be tried. */
    WEBSOCKET_THEN_POLLING(List.of(Transport.WEBSOCKET, Transport.POLLING)),
    /** WebSocket from the start. */
    WEBSOCKET(List.of(Transport.WEBSOCKET)),
    /** Polling and nothing else. */
    POLLING(List.of(Transport.POLLING));

    private final List<Transport> transports;

    TransportChoice(List<Transport> transports) {
        this.transports = transports;
    }

    List<Transport> transports() {
        return transports;
    }
}

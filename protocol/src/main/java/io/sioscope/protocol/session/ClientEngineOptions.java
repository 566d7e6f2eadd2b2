package io.sioscope.protocol.session;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.engineio.Handshake;
import java.util.List;

/**
 * How a client's session is opened.
 *
 * @param transports at least one; the first opens the session
 * @param upgrade whether a polling session moves to WebSocket where both sides can
 */
public record ClientEngineOptions(List<Transport> transports, boolean upgrade) {
    /** Keeps a copy of the list. */
    public ClientEngineOptions {
        transports = List.copyOf(transports);
    }

    Transport first() {
        return transports.getFirst();
    }

    boolean mayUpgrade(Transport from, Handshake handshake) {
        return upgrade
                && from == Transport.POLLING
                && transports.contains(Transport.WEBSOCKET)
                && handshake.upgrades().contains(Transport.WEBSOCKET.label());
    }
}

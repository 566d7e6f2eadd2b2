package io.sioscope.protocol.session;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.engineio.Handshake;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The transports that an engine can still use, in order (engine.io-client 6.6: tryAllTransports, rememberUpgrade). One thread.
 */
final class ClientRoute {
    private final ClientEngineOptions options;
    private final ClientMemory memory;
    private final Deque<Transport> left;

    ClientRoute(ClientEngineOptions options, ClientMemory memory) {
        this.options = options;
        this.memory = memory;
        this.left = new ArrayDeque<>(options.transports());
    }

    /** The one to open with: WebSocket where it worked before and that counts, otherwise the first. */
    Transport first() {
        boolean remembered =
                options.rememberUpgrade() && memory.webSocketWorked && left.contains(Transport.WEBSOCKET);
        return remembered ? Transport.WEBSOCKET : left.getFirst();
    }

    /** The session is open over a transport, or has moved to it. */
    void works(Transport transport) {
        memory.webSocketWorked = transport == Transport.WEBSOCKET;
    }

    /** Something failed. */
    void failed() {
        memory.webSocketWorked = false;
    }

    /** Whether the opening goes on with the next transport, the first of those left having failed. */
    boolean next() {
        boolean more = options.tryAllTransports() && left.size() > 1;
        if (more) {
            left.removeFirst();
        }
        return more;
    }

    boolean mayUpgrade(Transport from, Handshake handshake) {
        return options.upgrade()
                && from == Transport.POLLING
                && left.contains(Transport.WEBSOCKET)
                && handshake.upgrades().contains(Transport.WEBSOCKET.label());
    }
}

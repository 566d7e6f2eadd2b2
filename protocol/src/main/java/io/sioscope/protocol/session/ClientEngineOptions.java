package io.sioscope.protocol.session;

import io.sioscope.protocol.Transport;
import java.util.List;

/**
 * How a client's session is opened (engine.io-client 6.6, SocketOptions).
 *
 * @param engine the revision of Engine.IO
 * @param forceBase64 whether binary travels as base64 even over WebSocket, both ways
 * @param transports at least one; the first opens the session
 * @param upgrade whether a polling session moves to WebSocket where both sides can
 * @param tryAllTransports whether the next transport is tried where one does not open the session
 * @param rememberUpgrade whether a session is opened over WebSocket where the one before had come to use it
 */
public record ClientEngineOptions(
        EngineChoice engine,
        boolean forceBase64,
        List<Transport> transports,
        boolean upgrade,
        boolean tryAllTransports,
        boolean rememberUpgrade) {
    /** Keeps a copy of the list. */
    public ClientEngineOptions {
        transports = List.copyOf(transports);
    }

    /** The reference's defaults but for these two. */
    public static ClientEngineOptions of(List<Transport> transports, boolean upgrade) {
        return new ClientEngineOptions(EngineChoice.V4, false, transports, upgrade, false, false);
    }

    ClientEngineOptions with(EngineChoice choice) {
        return new ClientEngineOptions(choice, forceBase64, transports, upgrade, tryAllTransports, rememberUpgrade);
    }

    Transport first() {
        return transports.getFirst();
    }
}

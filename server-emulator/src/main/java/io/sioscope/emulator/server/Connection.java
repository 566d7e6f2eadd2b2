package io.sioscope.emulator.server;

import io.sioscope.protocol.Transport;

/** The Engine.IO connection that carries one client's sockets ({@code socket.conn}). Any thread. */
public interface Connection {
    /** The Engine.IO session id; it differs from the ids of the sockets. */
    String id();

    /** What carries the connection now. */
    Transport transport();

    /** The revision of the Engine.IO protocol that the client speaks, 3 or 4. */
    int protocol();

    /** The peer's IP address. */
    String address();

    /**
     * What the transport failed of, as the reference tells it beside the reason {@code transport error}; empty where it did not fail.
     * For handlers that hear the end.
     */
    String closeDetail();

    /** Ends the connection from below: the sockets' reason is {@code forced close}. */
    void close();
}

package io.sioscope.emulator.server;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.CloseReason;
import java.util.List;

/**
 * Hears what happens in a server as a whole. Calls come on event loops, those of one connection in order, and must not
 * block.
 */
public interface ServerListener {
    /** A client opened a connection. */
    default void connectionOpened(Connection connection) {}

    /** A connection moved to another transport. */
    default void connectionUpgraded(Connection connection, Transport from, Transport to) {}

    /** A connection ended, after its sockets. */
    default void connectionClosed(Connection connection, CloseReason reason) {}

    /** A namespace came to be, by {@link SioServer#of} or by a client's CONNECT. Install its handlers here. */
    default void namespaceCreated(Namespace namespace) {}

    /** A socket connected; called before the namespace's own connection handlers. */
    default void socketConnected(ServerSocket socket) {}

    /** A socket disconnected, after its rooms were left. */
    default void socketDisconnected(ServerSocket socket, CloseReason reason) {}

    /** The first socket entered a room. */
    default void roomCreated(Namespace namespace, String room) {}

    /** A socket entered a room. */
    default void roomJoined(Namespace namespace, String room, String socketId) {}

    /** A socket left a room. */
    default void roomLeft(Namespace namespace, String room, String socketId) {}

    /** The last socket left a room. */
    default void roomDeleted(Namespace namespace, String room) {}

    /**
     * An event was sent to a choice of sockets.
     *
     * @param target whom it meant; a socket that broadcasts is left out by its id
     * @param recipients the sockets that it goes to, each once; valid during the call
     */
    default void broadcastSent(
            Namespace namespace, String event, BroadcastTarget target, List<? extends ServerSocket> recipients) {}

    /** An application's handler threw. It has been logged; the socket goes on. */
    default void handlerFailed(ServerSocket socket, Throwable error) {}
}

package io.sioscope.protocol.client;

import io.sioscope.protocol.session.CloseDetail;
import io.sioscope.protocol.session.CloseReason;

/** Hears the life of a {@link ClientSocket}. Runs on the client's event loop; must not block. */
public interface SocketListener {
    /** The server granted the namespace; also after every reconnection, then with another id. */
    default void connected(String id) {}

    /** The namespace was not reached. The socket tries again by itself only for {@link ConnectError.Unreachable}. */
    default void connectError(ConnectError error) {}

    /**
     * The socket, or the connection on which it waited for the server's grant, ended. It comes back by itself if {@link ClientSocket#active()}.
     */
    default void disconnected(CloseReason reason, CloseDetail detail) {}
}

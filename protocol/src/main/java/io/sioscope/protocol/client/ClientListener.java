package io.sioscope.protocol.client;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.CloseDetail;
import io.sioscope.protocol.session.CloseReason;
import io.sioscope.protocol.session.ConnectFailure;
import io.sioscope.protocol.session.VersionFound;

/**
 * Hears what happens to the connection below the sockets: the reference's Manager events. Runs on the client's event loop;
 * must not block.
 */
public interface ClientListener {
    /** The revision that the server speaks was found out, because {@link SioClientBuilder#engine} left it open. */
    default void versionFound(VersionFound found) {}

    /** The Engine.IO session is open. */
    default void opened(String engineId, Transport transport) {}

    /**
     * An attempt to open failed, or the transport of the open connection, which {@link #closed} tells next. Another attempt
     * follows if reconnection is on.
     */
    default void error(ConnectFailure failure) {}

    /** An open session ended. */
    default void closed(CloseReason reason, CloseDetail detail) {}

    /** The server's heartbeat came, or from servers 1.x and 2.x the answer to ours. */
    default void ping() {}

    /** The session moved to another transport. */
    default void upgraded(Transport from, Transport to) {}

    /** The probe of another transport failed; the session goes on as it was. */
    default void upgradeFailed(ConnectFailure failure) {}

    /** Another attempt will be made after a pause; told when the pause begins. */
    default void reconnecting(int attempt, long delayMs) {}

    /** An attempt begins. {@code attempt} counts from 1. */
    default void reconnectAttempt(int attempt) {}

    /** The attempt failed. */
    default void reconnectError(ConnectFailure failure) {}

    /** The session is open again, at the given attempt. */
    default void reconnected(int attempt) {}

    /** All attempts that the options allow have failed. */
    default void reconnectFailed() {}

    /**
     * A handler or a listener of one of the client's sockets threw, a failed assertion in a test included. It has been logged;
     * the others were called, and the client goes on.
     */
    default void handlerFailed(Throwable error) {}
}

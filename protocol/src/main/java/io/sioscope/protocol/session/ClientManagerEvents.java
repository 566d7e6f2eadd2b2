package io.sioscope.protocol.session;

import io.sioscope.protocol.Transport;

/** Hears what becomes of a {@link ClientManager}'s connection. Called on the session's thread. */
public interface ClientManagerEvents {
    /** The revision that the server speaks was found out. */
    void versionFound(VersionFound found);

    /** The session is open. */
    void opened(String engineId, Transport transport);

    /** An attempt failed. */
    void error(ConnectFailure failure);

    /** An open session ended. */
    void closed(CloseReason reason, CloseDetail detail);

    /** The server's heartbeat came, or in revision 3 its answer to ours. */
    void ping();

    /** The session moved. */
    void upgraded(Transport from, Transport to);

    /** The session did not move. */
    void upgradeFailed(ConnectFailure failure);

    /** The pause before attempt {@code attempt}, from 1, begins. */
    void reconnecting(int attempt, long delayMs);

    /** Attempt {@code attempt}, from 1, begins. */
    void reconnectAttempt(int attempt);

    /** The attempt failed. */
    void reconnectError(ConnectFailure failure);

    /** The attempt succeeded. */
    void reconnected(int attempt);

    /** No attempt is left. */
    void reconnectFailed();
}

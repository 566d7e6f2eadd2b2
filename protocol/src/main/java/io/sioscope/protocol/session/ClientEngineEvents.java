package io.sioscope.protocol.session;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.Handshake;

/** Hears what becomes of a {@link ClientEngine}. Called on the session's thread. */
public interface ClientEngineEvents {
    /** The revision that the server speaks was found out; the handshake is told next. */
    void versionFound(VersionFound found);

    /** The handshake is done. What is sent during this call leaves together. */
    void opened(Handshake handshake, Transport transport, long now);

    /** A message came: {@link EnginePacket.Message} or {@link EnginePacket.BinaryMessage}. */
    void message(EnginePacket message, Transport transport, long now);

    /** The server's heartbeat came, or in revision 3 its answer to ours. */
    void ping();

    /** The session moved to another transport. */
    void upgraded(Transport from, Transport to);

    /** The upgrade failed; the session goes on as it was. */
    void upgradeFailed(ConnectFailure failure);

    /** The session was never open. */
    void failed(ConnectFailure failure, long now);

    /** The open session's transport failed, or the server's packet was none; {@link #closed} follows. */
    void broken(ConnectFailure failure);

    /** The session was open and has ended. */
    void closed(CloseReason reason, CloseDetail detail, long now);
}

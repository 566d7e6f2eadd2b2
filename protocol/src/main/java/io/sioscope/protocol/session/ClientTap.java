package io.sioscope.protocol.session;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureEvent.LinkChange;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.Handshake;
import io.sioscope.protocol.fault.ProtocolFault;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.List;

/** Is told what one client engine sends and receives, at the moment it does. Called on the session's thread. */
public interface ClientTap {
    /** The session is open and has its id; what is told before belongs to a link without one. */
    void opened(Transport transport, EngineVersion version, Handshake handshake);

    /** An Engine.IO packet that carries no Socket.IO packet. */
    void engine(Direction direction, Transport transport, EnginePacket packet);

    /** A whole Socket.IO packet. {@code socket} is the id of the socket in its namespace, or empty. */
    void packet(
            Direction direction,
            Transport transport,
            String socket,
            SocketPacket packet,
            Bytes raw,
            List<Bytes> attachments);

    /** Something from the server that could not be read or broke a rule. */
    void fault(Transport transport, String namespace, ProtocolFault fault, Bytes raw, boolean binary);

    /** A change of the connection. */
    void link(Transport transport, LinkChange change);

    /** No session came about. */
    void failed(ConnectFailure failure);
}

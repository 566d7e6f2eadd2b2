package io.sioscope.protocol.session;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.fault.ProtocolFault;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.List;

/**
 * What a {@link ServerPacketSession} wants done. A call may lead to another input of the same session before it returns.
 *
 * @param <S> what the application keeps for a socket
 */
public interface ServerPacketOutput<S> {
    /** A client asks for a namespace; the answer is an {@code accepted} or {@code refused}, now or later. */
    void connectRequested(SocketPacket.Connect request);

    /** An event for a socket. */
    void event(S socket, SocketPacket.Event event);

    /** An acknowledgement for a socket. */
    void ack(S socket, SocketPacket.Ack ack);

    /** A packet cannot be read, and the connection ends for it: told to every socket, each before its end. */
    void unreadable(S socket, ProtocolFault fault);

    /** A socket that had been accepted has ended. */
    void disconnected(S socket, CloseReason reason);

    /** Sends a packet for a socket. */
    void send(S socket, SocketPacket packet);

    /** Refuses a namespace. */
    void sendError(SocketPacket.ConnectError refusal);

    /** Ends the connection below: what is queued is still sent. {@code ServerPacketSession.closed} follows, maybe at once. */
    void closeEngine();

    /** Starts the timer that ends in {@code ServerPacketSession.connectTimedOut}, or stops it. */
    void connectTimer(boolean run);

    /** A whole packet came, before anything comes of it. For observers. */
    void received(SocketPacket packet, Bytes raw, List<Bytes> attachments);

    /** Something came that is no packet or breaks a rule. For observers. */
    void fault(String namespace, ProtocolFault fault, Bytes raw, boolean binary);
}

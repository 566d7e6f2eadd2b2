package io.sioscope.protocol.session;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.fault.ProtocolFault;
import java.util.List;

/**
 * What an {@link EngineServerSession} wants done. A call may lead to another input of the same session before it returns,
 * {@link #text} and {@link #binary} in particular.
 */
public interface ServerOutput {
    /** Answers the waiting poll with these packets, in order, at least one. */
    void answerPoll(List<ServerMessage> messages);

    /** Answers the poll that has just arrived with status 400. */
    void refusePoll();

    /** Answers the running POST request: 200 if {@code accepted}, otherwise 400. */
    void answerPost(boolean accepted);

    /** Answers the POST request that has just arrived, beside the running one, with status 400. */
    void refusePost();

    /** Writes to the session's WebSocket; flushing is the writer's business. */
    void write(ServerMessage message);

    /** Whether what is written to the session's WebSocket now would leave at once, as far as can be known. */
    boolean isWritable();

    /** Closes the session's WebSocket behind what was written, with a close frame that carries no code. */
    void closeSocket();

    /** Writes to the probing WebSocket, at once. */
    void writeProbe(ServerMessage message);

    /** Closes the probing WebSocket. */
    void closeProbe();

    /** Closes the WebSocket that has just arrived and is not needed. */
    void refuseProbe();

    /** The probing WebSocket is from now on the session's WebSocket. */
    void upgraded();

    /** Starts a timer, in nanoseconds from now. */
    void startTimer(ServerTimer timer, long nanos);

    /** Stops a timer, which may not be running. */
    void stopTimer(ServerTimer timer);

    /** A text message for the application, with its type digit. */
    void text(Bytes raw);

    /** A binary message for the application. */
    void binary(Bytes data);

    /** A packet came that carries no message. For observers. */
    void received(EnginePacket packet);

    /** Something came that breaks the rules. For observers; what follows from it is told by other calls. */
    void fault(ProtocolFault fault, Bytes raw, boolean binary);

    /** The session is over. Always the last call. */
    void closed(CloseReason reason);
}

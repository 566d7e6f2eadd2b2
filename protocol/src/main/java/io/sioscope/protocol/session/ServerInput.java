package io.sioscope.protocol.session;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.engineio.EnginePayload;

/** What happens to an {@link EngineServerSession}. */
public sealed interface ServerInput {
    /** Happenings that say all by their name. */
    enum Signal implements ServerInput {
        /** The first of all: the handshake was granted. */
        OPENED,
        /** A GET request arrived that waits for packets. */
        POLL,
        /** The connection of the waiting GET request went away. */
        POLL_ABORTED,
        /** The head of a POST request arrived. */
        POST_BEGUN,
        /** The connection of the running POST request went away before its body was whole. */
        POST_ABORTED,
        /** The running POST request is of a kind that version 4 does not know (binary). */
        POST_UNACCEPTABLE,
        /** The running POST request was too large and has been answered so. */
        POST_TOO_LARGE,
        /** The running POST request is whole and holds nothing: a form without the field that has the packets. */
        POST_VOID,
        /** What was sent in this burst may go out: answers a waiting poll. */
        FLUSH,
        /** The session's WebSocket was closed by the peer, or its connection went away. */
        SOCKET_CLOSED,
        /** The session's WebSocket broke its own protocol, or a limit. */
        SOCKET_FAILED,
        /** A WebSocket arrived with this session's id. */
        PROBE_OPENED,
        /** The probing WebSocket sent a binary message, or broke its own protocol. */
        PROBE_FAILED,
        /** The probing WebSocket is gone. */
        PROBE_CLOSED
    }

    /** The application sends something. */
    record Send(ServerMessage message) implements ServerInput {}

    /** The running POST request is whole. */
    record PostBody(EnginePayload payload) implements ServerInput {}

    /** The session's WebSocket received a text message. */
    record SocketText(Bytes raw) implements ServerInput {}

    /** The session's WebSocket received a binary message. */
    record SocketBinary(Bytes data) implements ServerInput {}

    /** The probing WebSocket received a text message. */
    record ProbeText(Bytes raw) implements ServerInput {}

    /** A timer ran out. */
    record TimerFired(ServerTimer timer) implements ServerInput {}

    /**
     * This side ends the session.
     *
     * @param discard whether what waits to be sent is dropped, and with it the wait for a poll
     */
    record Close(CloseReason reason, boolean discard) implements ServerInput {}
}

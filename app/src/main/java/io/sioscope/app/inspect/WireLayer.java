package io.sioscope.app.inspect;

import java.util.List;

/**
 * One layer of a packet's way over the wire.
 *
 * @param kind which layer
 * @param number the attachment's number, else −1
 * @param bytes its size
 * @param parts what it is made of, from left to right
 */
public record WireLayer(Kind kind, int number, long bytes, List<WirePart> parts) {

    /** Which layer. */
    public enum Kind {
        /** The message inside WebSocket's frames, after unmasking and inflation. */
        WEBSOCKET,
        /** The packet inside a body of HTTP long polling. */
        POLLING,
        /** Engine.IO alone: heartbeats and the like. */
        ENGINE,
        /** A Socket.IO packet inside its Engine.IO message. */
        SOCKET,
        /** A binary attachment, a message of its own. */
        ATTACHMENT,
        /** An HTTP request. */
        HTTP_REQUEST,
        /** An HTTP answer. */
        HTTP_RESPONSE,
        /** Bytes that are no packet. */
        FAULT
    }

    /** Keeps a copy of the list. */
    public WireLayer {
        parts = List.copyOf(parts);
    }
}

package io.sioscope.protocol.capture;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.fault.ProtocolFault;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.List;

/**
 * One thing that a tap saw, at its highest layer: a Socket.IO packet is told once, as {@link Packet}, and not again as the
 * Engine.IO messages that carried it.
 */
public sealed interface CaptureEvent {
    /** Where and when. */
    Where where();

    /**
     * A whole Socket.IO packet.
     *
     * @param socket the Socket.IO id of the client's socket in the packet's namespace; empty while it has none
     * @param raw the Engine.IO message's text with its type digit; a broadcast's deliveries share one object
     * @param attachments the binary messages that followed, in order
     */
    record Packet(Where where, String socket, SocketPacket packet, Bytes raw, List<Bytes> attachments)
            implements CaptureEvent {
        /** Keeps a copy of the list. */
        public Packet {
            attachments = List.copyOf(attachments);
        }
    }

    /** An Engine.IO packet that carries no Socket.IO packet: heartbeat, open, close, upgrade, noop. */
    record Engine(Where where, EnginePacket packet) implements CaptureEvent {}

    /**
     * An HTTP exchange whose answer is complete.
     *
     * @param target path and query as requested
     * @param url the absolute URL, or empty where only the target is known
     * @param requestBytes the size of the request's body
     * @param responseBytes the size of the answer's body
     * @param startedNanos when the request began, on the clock of {@link Where#timeNanos}
     */
    record Http(
            Where where,
            String method,
            String target,
            String url,
            int status,
            List<Header> requestHeaders,
            List<Header> responseHeaders,
            long requestBytes,
            long responseBytes,
            long startedNanos)
            implements CaptureEvent {
        /** Keeps copies of the lists. */
        public Http {
            requestHeaders = List.copyOf(requestHeaders);
            responseHeaders = List.copyOf(responseHeaders);
        }
    }

    /** A change of the connection itself. */
    record Link(Where where, LinkChange change) implements CaptureEvent {}

    /** A packet that could not be read, or that broke a rule. {@code binary} tells how {@code raw} travelled. */
    record Fault(Where where, String namespace, ProtocolFault fault, Bytes raw, boolean binary)
            implements CaptureEvent {}

    /**
     * Things that were left out.
     *
     * @param events how many
     * @param bytes their size
     * @param untilNanos when the last of them was seen; the first is at {@link Where#timeNanos}
     */
    record Gap(Where where, long events, long bytes, long untilNanos) implements CaptureEvent {}

    /** What happened to a connection. */
    sealed interface LinkChange {
        /** The Engine.IO session is open. */
        record Opened(String url, int engineVersion) implements LinkChange {}

        /** The session moved to another transport. */
        record Upgraded(Transport from, Transport to) implements LinkChange {}

        /** The session ended. {@code reason} is the reference's word for it, {@code detail} may be empty. */
        record Closed(String reason, String detail) implements LinkChange {}

        /** No session came about. */
        record Failed(String url, String message) implements LinkChange {}

        /** Another attempt will be made. {@code attempt} counts from 1. */
        record Reconnecting(int attempt, long delayMs) implements LinkChange {}
    }
}

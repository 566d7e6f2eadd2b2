package io.sioscope.protocol.session;

import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.fault.ProtocolFault;

/**
 * Why a client's connection did not come about, or its transport failed: data for a sentence, layer by layer, never a stack
 * trace.
 */
public sealed interface ConnectFailure {
    /** How much of an answer's body is kept, in characters. */
    int BODY_START = 200;

    /** The transport that was being opened. */
    Transport transport();

    /** The reference's message for it, English, not translated. */
    default String message() {
        return transport() == Transport.POLLING ? "xhr poll error" : "websocket error";
    }

    /** What is known beyond {@link #message()}, English, not translated, as for the end of an open session. */
    default CloseDetail describe() {
        return ClientWords.detailOf(this);
    }

    /** The name has no address. */
    record UnknownHost(Transport transport, String host) implements ConnectFailure {}

    /** Nobody listens at the port. */
    record Refused(Transport transport, String host, int port) implements ConnectFailure {}

    /** The network does not reach the address: no route, host down. {@code detail} is the system's message. */
    record Unreachable(Transport transport, String host, int port, String detail) implements ConnectFailure {}

    /** The proxy was not reached, or did not let us through. {@code detail} is what it or the system said. */
    record Proxy(Transport transport, String host, int port, String detail) implements ConnectFailure {}

    /**
     * The TLS handshake failed. {@code detail} is what the TLS engine said; {@code certificate}: the certificate was the
     * cause.
     */
    record Tls(Transport transport, String host, int port, boolean certificate, String detail)
            implements ConnectFailure {}

    /** No session after the time that the options allow. */
    record Timeout(Transport transport, long millis) implements ConnectFailure {
        @Override
        public String message() {
            return "timeout";
        }
    }

    /**
     * An HTTP answer other than 200.
     *
     * @param engineCode the code of Engine.IO's error body (0 to 5), or -1 where it has none
     * @param engineMessage the message of that body, or empty
     * @param location the {@code Location} header, or empty
     * @param bodyStart the first {@link #BODY_START} characters of the body
     */
    record HttpStatus(
            Transport transport, int status, int engineCode, String engineMessage, String location, String bodyStart)
            implements ConnectFailure {}

    /** What answered does not speak HTTP. {@code detail} is what the decoder said. */
    record NotHttp(Transport transport, String detail) implements ConnectFailure {}

    /** A 200 answer that is no Engine.IO payload; perhaps another program listens there, or the path is wrong. */
    record NotEngineIo(Transport transport, String contentType, String bodyStart) implements ConnectFailure {}

    /** The server answered in another revision of Engine.IO than the one that was chosen: {@code spoken}. */
    record OtherVersion(Transport transport, EngineVersion spoken) implements ConnectFailure {}

    /** The server answered the WebSocket upgrade with something else than 101; {@code location} as for a status. */
    record WebSocketRefused(Transport transport, int status, String location, String bodyStart)
            implements ConnectFailure {}

    /** The open packet could not be read. {@code text} is its start. */
    record HandshakeBroken(Transport transport, ProtocolFault fault, String text) implements ConnectFailure {}

    /** The connection ended before the session was open. {@code code} is the WebSocket close code, or -1. */
    record ClosedEarly(Transport transport, int code, String detail) implements ConnectFailure {}

    /** The answer was larger than the limit in bytes. */
    record TooLarge(Transport transport, long limit) implements ConnectFailure {}

    /** What is no Engine.IO packet came over an open session; {@code fault} says what is wrong with it. */
    record BrokenPacket(Transport transport, ProtocolFault fault) implements ConnectFailure {
        @Override
        public String message() {
            return "server error";
        }
    }

    /** A POST of an open session failed, for {@code cause}. */
    record Post(ConnectFailure cause) implements ConnectFailure {
        @Override
        public Transport transport() {
            return cause.transport();
        }

        @Override
        public String message() {
            return "xhr post error";
        }
    }

    /** Something else that the system or the network said. */
    record Other(Transport transport, String detail) implements ConnectFailure {}
}

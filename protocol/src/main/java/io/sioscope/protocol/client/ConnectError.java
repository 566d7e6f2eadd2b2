package io.sioscope.protocol.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.session.ConnectFailure;
import java.util.Optional;

/** Why a socket did not connect. */
public sealed interface ConnectError {
    /** English, not translated: the reference's message for it, the server's, or for {@link OlderServer} one of ours. */
    String message();

    /**
     * The server answered CONNECT_ERROR. The socket is not active any more.
     *
     * @param message the server's message
     * @param data the {@code data} beside it, where there was any
     */
    record Refused(String message, Optional<JsonNode> data) implements ConnectError {}

    /**
     * The server granted the namespace without naming the socket's id: it speaks an older protocol (2.x). The socket stays
     * without connection.
     */
    record OlderServer(String message) implements ConnectError {}

    /** The connection did not come about, or failed before the grant. It is tried again if reconnection is on. */
    record Unreachable(ConnectFailure failure) implements ConnectError {
        @Override
        public String message() {
            return failure.message();
        }
    }
}

package io.sioscope.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** How a client stands in a namespace, or that a host serves it. Immutable values. */
public sealed interface NamespaceState {
    /** Asked for, no answer yet, or the connection is down. */
    record Waiting() implements NamespaceState {}

    /** Granted. */
    record Connected(String sid) implements NamespaceState {}

    /** The server said no. */
    record Refused(String message, Optional<JsonNode> data) implements NamespaceState {}

    /** Left, with the reference's word for why. */
    record Left(String reason) implements NamespaceState {}

    /** Served by a host. {@code sockets} is how many are in it. */
    record Served(int sockets) implements NamespaceState {}
}

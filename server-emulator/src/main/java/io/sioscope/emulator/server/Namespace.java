package io.sioscope.emulator.server;

import java.util.Optional;
import java.util.function.Consumer;

/** A namespace; as an operator it means all its sockets. Any thread. */
public interface Namespace extends BroadcastOperator {
    /** The name with its slash, {@code /} for the root one. */
    String name();

    /**
     * Hears each socket that connects from now on, after its CONNECT answer has been queued and before any of its events.
     * Runs on the connection's event loop and must not block.
     */
    Namespace onConnection(Consumer<ServerSocket> handler);

    /** Adds a middleware behind those that are there. */
    Namespace use(Middleware middleware);

    /** The connected socket with this id. */
    Optional<ServerSocket> socket(String id);

    /** The number of connected sockets. */
    int size();

    /** What keeps the rooms and carries broadcasts. */
    Adapter adapter();
}

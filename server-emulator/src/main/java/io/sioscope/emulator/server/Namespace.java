package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

    /**
     * Hears an event that another server sends to this one by {@link #serverSideEmit(String, Object...)}. Runs on a thread of the
     * adapter and must not block.
     */
    Namespace onServerSideEmit(String event, EventHandler handler);

    /** As {@link #serverSideEmit(String, Arguments)}, with values as {@link Arguments#of} takes them. */
    default void serverSideEmit(String event, Object... values) {
        serverSideEmit(event, Arguments.of(values));
    }

    /**
     * Sends an event to the other servers that the adapter knows, not to this one; without such an adapter there are none.
     *
     * @throws IllegalArgumentException if the name is one of {@code connect}, {@code connection}, {@code new_namespace}
     */
    void serverSideEmit(String event, Arguments arguments);

    /** As {@link Adapter#serverSideEmitWithAck}; throws as {@link #serverSideEmit(String, Arguments)}. */
    CompletableFuture<List<Arguments>> serverSideEmitWithAck(Duration timeout, String event, Arguments arguments);
}

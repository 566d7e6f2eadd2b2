package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A choice of sockets of one namespace. Immutable: each narrowing returns another. Without any room it means every socket;
 * with rooms, the sockets of at least one of them, each once. Any thread.
 */
public interface BroadcastOperator {
    /** Adds rooms to those that are addressed. A socket's id is a room. */
    BroadcastOperator to(String... rooms);

    /** The same as {@link #to}. */
    default BroadcastOperator in(String... rooms) {
        return to(rooms);
    }

    /** Leaves out the sockets of these rooms. */
    BroadcastOperator except(String... rooms);

    /**
     * Sends what may be lost ({@code volatile} of the reference): a socket whose connection cannot take the event at once, because
     * the client does not keep up or no poll is waiting, is passed over.
     */
    BroadcastOperator asVolatile();

    /** Says whether what is sent may be compressed, where compression is on at all; true by default. */
    BroadcastOperator compress(boolean compress);

    /** Means only sockets of this process, whatever others the adapter knows. */
    BroadcastOperator local();

    /** The same with a time for acknowledgements. */
    default AckEmitter<BroadcastAcks> timeout(Duration timeout) {
        return (name, arguments) -> emitWithAck(timeout, name, arguments);
    }

    /**
     * Sends an event to the chosen sockets, encoded once.
     *
     * @throws IllegalArgumentException if the name is reserved or a value cannot be written as JSON
     */
    default void emit(String name, Object... values) {
        emit(name, Arguments.of(values));
    }

    /** Sends an event to the chosen sockets. Throws as {@link #emit(String, Object...)}. */
    void emit(String name, Arguments arguments);

    /** As {@link #emitWithAck(Duration, String, Arguments)}, with values as {@link Arguments#of} takes them. */
    default CompletableFuture<BroadcastAcks> emitWithAck(Duration timeout, String name, Object... values) {
        return emitWithAck(timeout, name, Arguments.of(values));
    }

    /**
     * Sends an event to the chosen sockets and gathers their acknowledgements. The future always completes normally: when
     * all have answered, at once if there was nobody, or after {@code timeout} with what came until then.
     */
    CompletableFuture<BroadcastAcks> emitWithAck(Duration timeout, String name, Arguments arguments);

    /** The chosen sockets of this process at this moment. */
    Collection<ServerSocket> sockets();

    /** The chosen sockets of all servers that the adapter knows; of this one alone by default. */
    CompletableFuture<List<RemoteSocket>> fetchSockets();

    /** Makes the chosen sockets join rooms. */
    void socketsJoin(String... rooms);

    /** Makes the chosen sockets leave rooms. */
    void socketsLeave(String... rooms);

    /** Disconnects the chosen sockets, as {@link ServerSocket#disconnect(boolean)}. */
    void disconnectSockets(boolean close);
}

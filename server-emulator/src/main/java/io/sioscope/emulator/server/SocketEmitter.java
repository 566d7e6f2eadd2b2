package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Sends events to one socket. Any thread; what one thread emits keeps its order. */
public interface SocketEmitter {
    /**
     * Sends an event. Dropped if the socket has disconnected.
     *
     * @throws IllegalArgumentException if the name is reserved or a value cannot be written as JSON
     */
    default void emit(String name, Object... values) {
        emit(name, Arguments.of(values));
    }

    /** Sends an event with arguments as they are, for instance those of another event. */
    void emit(String name, Arguments arguments);

    /** As {@link #emitWithAck(Duration, String, Arguments)}, with values as {@link Arguments#of} takes them. */
    default CompletableFuture<Arguments> emitWithAck(Duration timeout, String name, Object... values) {
        return emitWithAck(timeout, name, Arguments.of(values));
    }

    /**
     * Sends an event that asks for an acknowledgement. The future fails with an {@link AckException}: after {@code timeout}
     * without an answer, or when the socket disconnects. It completes on the connection's event loop.
     *
     * @throws IllegalArgumentException if the name is reserved
     */
    CompletableFuture<Arguments> emitWithAck(Duration timeout, String name, Arguments arguments);

    /** As {@link #emitWithAck(String, Arguments)}, with values as {@link Arguments#of} takes them. */
    default CompletableFuture<Arguments> emitWithAck(String name, Object... values) {
        return emitWithAck(name, Arguments.of(values));
    }

    /** As {@link #emitWithAck(Duration, String, Arguments)}, for as long as the socket is connected. */
    CompletableFuture<Arguments> emitWithAck(String name, Arguments arguments);

    /** The same with a time for acknowledgements. */
    default AckEmitter<Arguments> timeout(Duration timeout) {
        return (name, arguments) -> emitWithAck(timeout, name, arguments);
    }

    /**
     * Sends what may be lost ({@code volatile} of the reference): an event is dropped if the connection cannot take it at once,
     * because the client does not keep up or no poll is waiting.
     */
    SocketEmitter asVolatile();

    /** Says whether what is sent may be compressed, where compression is on at all; true by default. */
    SocketEmitter compress(boolean compress);
}

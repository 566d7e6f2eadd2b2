package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;
import java.util.concurrent.CompletableFuture;

/**
 * Sends events that ask for an acknowledgement within a time that has been set ({@code timeout(…)} of the reference). Any thread.
 *
 * @param <T> what the answer is: one client's arguments, or what came from many
 */
@FunctionalInterface
public interface AckEmitter<T> {
    /** Sends an event with values as {@link Arguments#of} takes them. */
    default CompletableFuture<T> emitWithAck(String name, Object... values) {
        return emitWithAck(name, Arguments.of(values));
    }

    /**
     * Sends an event with arguments as they are.
     *
     * @throws IllegalArgumentException if the name is reserved or a value cannot be written
     */
    CompletableFuture<T> emitWithAck(String name, Arguments arguments);
}

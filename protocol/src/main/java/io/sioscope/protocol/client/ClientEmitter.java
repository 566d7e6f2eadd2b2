package io.sioscope.protocol.client;

import io.sioscope.protocol.socketio.Arguments;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Sends events of one socket, in a way that was chosen before: the reference's {@code socket.timeout(5000).volatile}.
 * Immutable; any thread.
 */
public interface ClientEmitter {
    /**
     * Emits an event; while the socket is not connected it waits and goes out when it is.
     *
     * @param values see {@link Arguments#of}
     * @throws IllegalArgumentException if the name is reserved or a value cannot be written as JSON
     */
    ClientEmitter emit(String event, Object... values);

    /**
     * As {@link #emit(String, Object...)}, with arguments made before.
     *
     * @throws IllegalArgumentException if the name is reserved
     */
    ClientEmitter emit(String event, Arguments arguments);

    /**
     * Emits an event that asks for an acknowledgement.
     *
     * @throws IllegalArgumentException if the name is reserved
     */
    ClientEmitter emit(String event, Arguments arguments, AckHandler ack);

    /**
     * Emits an event that asks for an acknowledgement, and waits for it as long as {@link #timeout} or else
     * {@link SioClientBuilder#ackTimeout} says, or for ever.
     *
     * @return the acknowledgement's values; fails with {@link AckException.TimedOut} or {@link AckException.Disconnected}. It
     *     completes on the event loop.
     * @throws IllegalArgumentException as {@link #emit(String, Object...)}
     */
    CompletableFuture<Arguments> emitWithAck(String event, Object... values);

    /**
     * The same, waiting so long for an acknowledgement. The time also runs while the socket is not connected, and an event
     * that is still waiting at its end is not sent any more.
     *
     * @throws IllegalArgumentException if it is not above zero
     */
    ClientEmitter timeout(Duration timeout);

    /**
     * The same, with or without compression. It is used over WebSocket, for messages from 1,024 bytes on, if the server
     * takes it up; true unless said otherwise.
     */
    ClientEmitter compress(boolean compress);

    /**
     * The same, dropping events that would have to wait because the transport is not ready ("volatile"). As in the
     * reference, one that is emitted while the transport is ready and the socket is not connected waits all the same.
     */
    ClientEmitter asVolatile();
}

package io.sioscope.protocol.client;

import io.sioscope.protocol.socketio.Arguments;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A client's socket in one namespace. Any thread may call it; calls of one thread keep their order. Handlers run on the
 * client's event loop, in the order of the wire, and must not block; one that throws is logged and the others go on.
 */
public interface ClientSocket {
    /** The namespace, {@code /} for the root one. */
    String namespace();

    /** Whether the server has granted the namespace and the connection is up. */
    boolean connected();

    /** The id that the server gave this socket; empty while it is not connected. */
    Optional<String> id();

    /**
     * Whether the socket is connected or will connect by itself: false before {@link #connect()}, after
     * {@link #disconnect()}, after the server disconnected it and after it refused it.
     */
    boolean active();

    /**
     * Sets the payload of the CONNECT packets to come.
     *
     * @param auth anything that Jackson can write as JSON
     * @throws IllegalArgumentException if it cannot be written as JSON
     */
    ClientSocket auth(Object auth);

    /** Asks for the namespace, opening the connection if needed. Does nothing while {@link #active()}. */
    ClientSocket connect();

    /**
     * Leaves the namespace for good ("io client disconnect"). The connection closes when no socket of it is active any more.
     */
    ClientSocket disconnect();

    /**
     * Emits an event; while the socket is not connected it waits and goes out when it is.
     *
     * @param values see {@link Arguments#of}
     * @throws IllegalArgumentException if the name is reserved or a value cannot be written as JSON
     */
    ClientSocket emit(String event, Object... values);

    /**
     * As {@link #emit(String, Object...)}, with arguments made before.
     *
     * @throws IllegalArgumentException if the name is reserved
     */
    ClientSocket emit(String event, Arguments arguments);

    /**
     * Emits an event that asks for an acknowledgement.
     *
     * @param timeout how long to wait from now on, above zero; it also runs while the socket is not connected, and an event
     *     that is still waiting at its end is not sent any more
     * @return the acknowledgement's values; fails with {@link AckException.TimedOut} or {@link AckException.Disconnected}.
     *     It completes on the event loop.
     * @throws IllegalArgumentException as {@link #emit(String, Object...)}
     */
    CompletableFuture<Arguments> emitWithAck(Duration timeout, String event, Object... values);

    /** As {@link #emitWithAck(Duration, String, Object...)}, with arguments made before. */
    CompletableFuture<Arguments> emitWithAck(Duration timeout, String event, Arguments arguments);

    /** Hears one event by its name. */
    Subscription on(String event, EventHandler handler);

    /** Hears every incoming event, before the handlers by name. */
    Subscription onAny(AnyEventHandler handler);

    /** Hears the socket's own life. */
    Subscription listen(SocketListener listener);
}

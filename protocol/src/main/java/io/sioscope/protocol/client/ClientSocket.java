package io.sioscope.protocol.client;

import io.sioscope.protocol.socketio.Arguments;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A client's socket in one namespace. Any thread may call it; calls of one thread keep their order. Handlers run on the
 * client's event loop, in the order of the wire, and must not block; one that throws is logged and the others go on.
 */
public interface ClientSocket extends ClientEmitter {
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
     * Sets the payload of the CONNECT packets to come. Servers 1.x and 2.x know no such thing: there the fields of an
     * object go into the query of the namespace, and nothing goes to the root one, which such servers connect without being
     * asked.
     *
     * @param auth anything that Jackson can write as JSON
     * @throws IllegalArgumentException if it cannot be written as JSON
     */
    ClientSocket auth(Object auth);

    /**
     * Sets what computes the payload of each CONNECT packet to come. If it throws, the namespace is not asked for:
     * listeners hear a {@link ConnectError.Refused}, and the socket is not active any more.
     */
    ClientSocket auth(AuthSource auth);

    /** Asks for the namespace, opening the connection if needed. Does nothing while {@link #active()}. */
    ClientSocket connect();

    /**
     * Leaves the namespace for good ("io client disconnect"). The connection closes when no socket of it is active any more.
     */
    ClientSocket disconnect();

    /**
     * Whether the last connect restored the session that was lost before: same id, and what was missed has been delivered
     * (connection state recovery). False while not connected.
     */
    boolean recovered();

    @Override
    ClientSocket emit(String event, Object... values);

    @Override
    ClientSocket emit(String event, Arguments arguments);

    @Override
    ClientSocket emit(String event, Arguments arguments, AckHandler ack);

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

    /**
     * Hears every event that leaves: while connected when it is emitted, otherwise with the grant that it waited for; one of
     * {@code retries} at each try. What is dropped is not heard.
     */
    Subscription onAnyOutgoing(OutgoingHandler handler);

    /** Hears the socket's own life. */
    Subscription listen(SocketListener listener);
}

package io.sioscope.emulator.server;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.CloseReason;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One client in one namespace. Any thread may call it; what one thread emits keeps its order. Handlers run on the
 * connection's event loop, in order, and must not block; what a handler throws is logged and told to the
 * {@link ServerListener}, and the socket goes on.
 */
public interface ServerSocket extends SocketEmitter {
    /** The socket's id, unguessable, unique to this socket and its namespace. */
    String id();

    /** The namespace. */
    Namespace namespace();

    /** Whether this is a socket of before whose connection was lost, with its id, rooms and data. */
    boolean recovered();

    /** How the socket came. */
    HandshakeData handshake();

    /** The connection below. */
    Connection conn();

    /** What carries the connection now. */
    default Transport transport() {
        return conn().transport();
    }

    /** Whether the socket has been accepted and has not disconnected. */
    boolean connected();

    /** The rooms that the socket is in, its own id among them; empty once it has disconnected. */
    Set<String> rooms();

    /** Joins rooms. Does nothing after the disconnect. */
    void join(String... rooms);

    /** Leaves a room. */
    void leave(String room);

    /** Whatever the application keeps with the socket; a concurrent map. */
    Map<String, Object> data();

    /** Hears the events of a name, beside the handlers that are there. */
    ServerSocket on(String event, EventHandler handler);

    /** Takes the handlers of a name away. */
    ServerSocket off(String event);

    /** Hears the next event of a name, and no other. */
    ServerSocket once(String event, EventHandler handler);

    /** Takes one handler of a name away. */
    ServerSocket off(String event, EventHandler handler);

    /** Hears every event, before the middlewares and the handlers of its name, after those who do so already. */
    ServerSocket onAny(AnyEventHandler handler);

    /** As {@link #onAny}, before those who do so already. */
    ServerSocket prependAny(AnyEventHandler handler);

    /** Hears every event no more. */
    ServerSocket offAny(AnyEventHandler handler);

    /** Hears every event that is sent to the socket, after those who do so already. */
    ServerSocket onAnyOutgoing(OutgoingHandler handler);

    /** Hears every event that is sent to the socket, before those who do so already. */
    ServerSocket prependAnyOutgoing(OutgoingHandler handler);

    /** Hears what is sent to the socket no more. */
    ServerSocket offAnyOutgoing(OutgoingHandler handler);

    /** Adds a middleware for the socket's events behind those that are there. */
    ServerSocket use(SocketMiddleware middleware);

    /**
     * Hears why a middleware dropped an event, or, as a {@link PacketException} before the end, which packet could not be read.
     * Without such a handler nothing happens.
     */
    ServerSocket onError(Consumer<Throwable> handler);

    /** Hears the end while the rooms are still there. Called once; at once if the end has come already. */
    ServerSocket onDisconnecting(Consumer<CloseReason> handler);

    /** Hears the end. Called once; at once if the end has come already. */
    ServerSocket onDisconnect(Consumer<CloseReason> handler);

    /** The sockets of these rooms but this one. */
    BroadcastOperator to(String... rooms);

    /** The same as {@link #to}. */
    default BroadcastOperator in(String... rooms) {
        return to(rooms);
    }

    /** All sockets of the namespace but those of these rooms and this one. */
    BroadcastOperator except(String... rooms);

    /** All sockets of the namespace but this one. */
    BroadcastOperator broadcast();

    /** As {@link #broadcast}, of this process alone. */
    default BroadcastOperator local() {
        return broadcast().local();
    }

    /** Leaves the namespace; the connection stays. */
    default void disconnect() {
        disconnect(false);
    }

    /** Leaves the namespace or, with {@code close}, every namespace of the client, and then ends the connection. */
    void disconnect(boolean close);
}

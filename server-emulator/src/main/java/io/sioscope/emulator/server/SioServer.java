package io.sioscope.emulator.server;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A Socket.IO server on one port of its own. {@link #close} ends it and all its threads. Any thread.
 *
 * <pre>{@code
 * try (SioServer server = SioServer.listen(3000)) {
 *     server.onConnection(socket -> socket.on("hi", (args, ack) -> socket.emit("hello", "world")));
 * }
 * }</pre>
 */
public interface SioServer extends AutoCloseable {
    /**
     * Listens on a port of the loopback addresses, 127.0.0.1 and where it exists ::1, with the reference's defaults.
     *
     * @param port 1 to 65535, or 0 for a free one
     * @throws ListenException if the port cannot be had
     */
    static SioServer listen(int port) throws ListenException {
        return builder().port(port).listen();
    }

    /** A server to be set up. */
    static SioServerBuilder builder() {
        return new SioServerBuilder();
    }

    /** The port that is listened on. */
    int port();

    /** The addresses that are listened on. */
    List<InetSocketAddress> addresses();

    /** Where a client of this machine finds the server, such as {@code http://127.0.0.1:3000}. */
    URI url();

    /** The namespace of this name, made if it does not exist. A missing first slash is added. */
    Namespace of(String name);

    /**
     * A family of namespaces, each made when a client first asks for a name in which the pattern is found. A name given to
     * {@link #of(String)} later that fits belongs to it too.
     */
    ParentNamespace of(Pattern pattern);

    /** A family of namespaces, each made when a client first asks for a name that the function accepts. */
    ParentNamespace of(NamespaceMatch test);

    /** As {@link Namespace#onConnection}, of the root namespace. */
    default Namespace onConnection(Consumer<ServerSocket> handler) {
        return of("/").onConnection(handler);
    }

    /** As {@link Namespace#use}, of the root namespace. */
    default Namespace use(Middleware middleware) {
        return of("/").use(middleware);
    }

    /** Sends an event to all sockets of the root namespace. */
    default void emit(String event, Object... values) {
        of("/").emit(event, values);
    }

    /** Sockets of the root namespace, as {@link BroadcastOperator#to}. */
    default BroadcastOperator to(String... rooms) {
        return of("/").to(rooms);
    }

    /** The same as {@link #to}. */
    default BroadcastOperator in(String... rooms) {
        return to(rooms);
    }

    /** Sockets of the root namespace, as {@link BroadcastOperator#except}. */
    default BroadcastOperator except(String... rooms) {
        return of("/").except(rooms);
    }

    /** All namespaces. */
    Collection<Namespace> namespaces();

    /** The connections that are open. */
    Collection<Connection> connections();

    /** Hears from now on what happens. */
    void addListener(ServerListener listener);

    /** Hears no more. */
    void removeListener(ServerListener listener);

    /**
     * Ends the server: the sockets' reason is {@code server shutting down}, connections are closed, the port is free, all
     * threads end. Completes within ten seconds. Further calls return the same future.
     */
    CompletableFuture<Void> closeAsync();

    /** Ends the server and waits for it. Not to be called from a handler. */
    @Override
    void close();
}

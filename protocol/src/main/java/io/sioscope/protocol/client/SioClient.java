package io.sioscope.protocol.client;

import io.sioscope.protocol.Transport;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One connection to a Socket.IO server and the sockets that share it: the reference's Manager. A client for another URL is
 * another {@code SioClient}. Any thread may call it.
 *
 * <pre>{@code
 * try (SioClient client = SioClient.builder("http://localhost:3000").build()) {
 *     ClientSocket chat = client.socket("/chat", Map.of("token", "abc"));
 *     chat.on("message", (args, ack) -> ack.ifPresent(reply -> reply.send("seen")));
 *     chat.connect();
 *     Arguments answer = chat.emitWithAck(Duration.ofSeconds(5), "save", "text", 42).join();
 * }
 * }</pre>
 */
public interface SioClient extends AutoCloseable {
    /**
     * Begins the options of a client.
     *
     * @param url {@code http}, {@code https}, {@code ws} or {@code wss}; its path is not the namespace here, see {@link SioUrl}
     * @throws IllegalArgumentException if {@link SioUrl#parse} finds the text wrong
     */
    static SioClientBuilder builder(String url) {
        return new SioClientBuilder(SioUrl.of(url));
    }

    /** As {@link #builder(String)}, for instance with the {@code url()} of a server in the same test. */
    static SioClientBuilder builder(URI url) {
        return builder(url.toString());
    }

    /** Begins the options of a client for the server of {@code url}, with the URL's query. */
    static SioClientBuilder builder(SioUrl url) {
        return new SioClientBuilder(url);
    }

    /** The server's address without path and query, such as {@code http://localhost:3000}. */
    String url();

    /**
     * The socket of a namespace, made at the first call and the same object afterwards. It does nothing before
     * {@link ClientSocket#connect()}, so that handlers can be set first. A missing leading slash is added.
     *
     * @throws IllegalArgumentException if the name has a comma, at which the wire's format ends it
     */
    ClientSocket socket(String namespace);

    /**
     * As {@link #socket(String)}, with the payload of the namespace's CONNECT packet.
     *
     * @param auth anything that Jackson can write as JSON, used at every connect from now on
     * @throws IllegalArgumentException if it cannot be written as JSON
     */
    ClientSocket socket(String namespace, Object auth);

    /** The sockets made so far, in no order. */
    Collection<ClientSocket> sockets();

    /**
     * Opens the connection if it is neither open nor being opened nor closed for good. Connecting a socket does it as well.
     */
    void open();

    /**
     * Closes the Engine.IO session below the sockets, as {@code manager.engine.close()} does in JavaScript: what was emitted
     * before is sent, then all sockets are told "forced close", and the connection comes back if reconnection is on. Does
     * nothing while there is no session. One that is being opened is given up at once, where the reference goes on to its
     * timeout; the next attempt follows alike.
     */
    void closeEngine();

    /** Hears what happens to the connection. Runs on the event loop. */
    Subscription listen(ClientListener listener);

    /** Whether the Engine.IO session is open. */
    boolean isOpen();

    /** The Engine.IO session's id while it is open. */
    Optional<String> engineId();

    /** What carries the packets at the moment; empty while the session is not open. */
    Optional<Transport> transport();

    /**
     * Disconnects all sockets ("io client disconnect"), ends the connection and all attempts to reopen it, and gives up its
     * threads if they are its own. Returns at once; what was emitted before is still sent if the connection lets it. Calls
     * after this one do nothing.
     */
    @Override
    default void close() {
        closeAsync();
    }

    /**
     * Does what {@link #close} does, and tells when the last connection is gone: by then the server has been told, or could
     * not be within a few seconds. Whoever owns the event loops may end them then. The same future for every call.
     */
    CompletableFuture<Void> closeAsync();
}

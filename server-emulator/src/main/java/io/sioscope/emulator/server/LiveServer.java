package io.sioscope.emulator.server;

import io.sioscope.emulator.http.EngineApplication;
import io.sioscope.emulator.http.EngineHost;
import io.sioscope.emulator.http.EngineLink;
import io.sioscope.protocol.session.CloseReason;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A server of this process. Any thread. */
final class LiveServer implements SioServer, EngineApplication {
    private static final String ROOT = "/";
    private static final long CLOSE_SECONDS = 10;

    private final ServerOptions options;
    private final Listeners listeners;
    private final Supplier<String> ids;
    private final NamespaceTable namespaces;
    private final Map<String, ClientConnection> connections = new ConcurrentHashMap<>();
    private volatile @Nullable EngineHost host;
    private @Nullable CompletableFuture<Void> closed;

    LiveServer(ServerOptions options, Listeners listeners, Supplier<String> ids) {
        this.options = options;
        this.listeners = listeners;
        this.ids = ids;
        this.namespaces = new NamespaceTable(options, listeners, this::timers);
    }

    /** Makes the namespaces that exist from the start. */
    void begin() {
        of(ROOT);
        if (options.namespaces() instanceof NamespacePolicy.Only only) {
            only.names().forEach(this::of);
        }
    }

    void attach(EngineHost host) {
        this.host = host;
    }

    private EngineHost host() {
        EngineHost attached = host;
        if (attached == null) {
            throw new IllegalStateException("the server does not listen yet");
        }
        return attached;
    }

    ServerOptions options() {
        return options;
    }

    Listeners listeners() {
        return listeners;
    }

    String newId() {
        return ids.get();
    }

    private ScheduledExecutorService timers() {
        return host().timers();
    }

    @Override
    public int port() {
        return addresses().getFirst().getPort();
    }

    @Override
    public List<InetSocketAddress> addresses() {
        return host().addresses();
    }

    @Override
    public URI url() {
        InetAddress address = addresses().getFirst().getAddress();
        String text = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        String host = text.indexOf(':') < 0 ? text : "[" + text + "]";
        return URI.create((options.secure() ? "https://" : "http://") + host + ":" + port());
    }

    @Override
    public Namespace of(String name) {
        return namespaces.of(name);
    }

    @Override
    public ParentNamespace of(Pattern pattern) {
        return namespaces.of(pattern);
    }

    @Override
    public ParentNamespace of(NamespaceMatch test) {
        return namespaces.of(test);
    }

    /** The namespaces, for the connections. */
    NamespaceTable table() {
        return namespaces;
    }

    @Override
    public Collection<Namespace> namespaces() {
        return namespaces.all();
    }

    @Override
    public Collection<Connection> connections() {
        return List.copyOf(connections.values());
    }

    @Override
    public void addListener(ServerListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(ServerListener listener) {
        listeners.remove(listener);
    }

    @Override
    public Session open(EngineLink link) {
        ClientConnection connection = new ClientConnection(this, link);
        connections.put(link.id(), connection);
        return connection;
    }

    void closed(ClientConnection connection, CloseReason reason) {
        connections.remove(connection.id());
        listeners.connectionClosed(connection, reason);
    }

    @Override
    public synchronized CompletableFuture<Void> closeAsync() {
        if (closed == null) {
            connections.values().forEach(ClientConnection::shutDown);
            namespaces.all().forEach(namespace -> namespace.adapter().close());
            closed = host().close().completeOnTimeout(null, CLOSE_SECONDS, TimeUnit.SECONDS);
        }
        return closed;
    }

    @Override
    public void close() {
        closeAsync().join();
    }
}

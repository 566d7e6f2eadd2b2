package io.sioscope.emulator.server;

import static java.util.Objects.requireNonNull;

import io.sioscope.emulator.http.AllowRequest;
import io.sioscope.emulator.http.ClientBundle;
import io.sioscope.emulator.http.Cors;
import io.sioscope.emulator.http.EngineEcho;
import io.sioscope.emulator.http.EngineHooks;
import io.sioscope.emulator.http.EngineHost;
import io.sioscope.emulator.http.EngineListener;
import io.sioscope.emulator.http.EngineMiddleware;
import io.sioscope.emulator.http.EngineMount;
import io.sioscope.emulator.http.EngineOptions;
import io.sioscope.emulator.http.HttpCompression;
import io.sioscope.emulator.http.ListenFailure;
import io.sioscope.emulator.http.PerMessageDeflate;
import io.sioscope.emulator.http.RandomIds;
import io.sioscope.emulator.http.ServerTls;
import io.sioscope.emulator.http.SessionCookie;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.session.ServerEngineOptions;
import io.sioscope.protocol.socketio.PacketParser;
import io.sioscope.protocol.socketio.ScanLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sets up a {@link SioServer}. The defaults are the reference's, but that only loopback is listened on. One thread. */
public final class SioServerBuilder {
    private String host = "localhost";
    private int port;
    private int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
    private String path = "/socket.io";
    private Duration pingInterval = Duration.ofMillis(25_000);
    private Duration pingTimeout = Duration.ofMillis(20_000);
    private Duration upgradeTimeout = Duration.ofMillis(10_000);
    private Duration connectTimeout = Duration.ofMillis(45_000);
    private int maxHttpBufferSize = 1_000_000;
    private ScanLimits limits = ScanLimits.DEFAULT;
    private PacketParser parser = PacketParser.JSON;
    private Set<Transport> transports = EnumSet.allOf(Transport.class);
    private boolean allowUpgrades = true;
    private boolean allowEio3;
    private @Nullable String engineEcho;
    private @Nullable ServerTls tls;
    private @Nullable HttpCompression httpCompression = HttpCompression.DEFAULT;
    private @Nullable PerMessageDeflate perMessageDeflate;
    private boolean addTrailingSlash = true;
    private @Nullable ClientBundle client;
    private boolean cleanupEmptyChildNamespaces;
    private @Nullable ConnectionStateRecovery recovery;
    private @Nullable AllowRequest allowRequest;
    private @Nullable SessionCookie cookie;
    private final List<EngineMiddleware> engineMiddlewares = new ArrayList<>();
    private final List<EngineListener> engineListeners = new ArrayList<>();
    private int maxOutboundBuffer = 16 * 1024 * 1024;
    private Duration headersTimeout = Duration.ofSeconds(60);
    private @Nullable Cors cors;
    private @Nullable CaptureSink capture;
    private boolean throttle;
    NamespacePolicy namespaces = NamespacePolicy.declared();
    private AdapterFactory adapters = AdapterFactory.LOCAL;
    private final List<ServerListener> listeners = new ArrayList<>();
    private final List<Consumer<SioServer>> beforeListening = new ArrayList<>();

    SioServerBuilder() {}

    /** The port, 1 to 65535, or 0 (the default) for a free one. */
    public SioServerBuilder port(int port) {
        this.port = port;
        return this;
    }

    /**
     * An address to listen on, such as {@code 0.0.0.0}; {@code localhost}, the default, means both loopback addresses. A
     * host name is resolved when listening.
     */
    public SioServerBuilder host(String host) {
        this.host = requireNonNull(host, "host");
        return this;
    }

    /** How many event loops run the connections, from 1; one per processor but at most 4 by default. */
    public SioServerBuilder threads(int threads) {
        this.threads = threads;
        return this;
    }

    /** Where Socket.IO is served, {@code /socket.io} by default; a trailing slash does not matter here. */
    public SioServerBuilder path(String path) {
        this.path = requireNonNull(path, "path");
        return this;
    }

    /** Whether the path must end with a slash, true by default as in the reference. */
    public SioServerBuilder addTrailingSlash(boolean addTrailingSlash) {
        this.addTrailingSlash = addTrailingSlash;
        return this;
    }

    /** Serves the JavaScript client beside the path, as {@code /socket.io/socket.io.js}; it is not served by default. */
    public SioServerBuilder serveClient(ClientBundle client) {
        this.client = requireNonNull(client, "client");
        return this;
    }

    /** Decides who may open a connection; everybody by default. */
    public SioServerBuilder allowRequest(AllowRequest allowRequest) {
        this.allowRequest = requireNonNull(allowRequest, "allowRequest");
        return this;
    }

    /** Serves https and wss with this certificate; plain HTTP by default. */
    public SioServerBuilder tls(ServerTls tls) {
        this.tls = requireNonNull(tls, "tls");
        return this;
    }

    /** Sets a cookie with the id of a connection that begins on polling, for load balancers; none by default. */
    public SioServerBuilder cookie(SessionCookie cookie) {
        this.cookie = requireNonNull(cookie, "cookie");
        return this;
    }

    /** Has its say in every request, behind those that are there ({@code io.engine.use}). */
    public SioServerBuilder engineMiddleware(EngineMiddleware middleware) {
        engineMiddlewares.add(requireNonNull(middleware, "middleware"));
        return this;
    }

    /** Hears of the HTTP side and may add headers to its answers. */
    public SioServerBuilder engineListener(EngineListener listener) {
        engineListeners.add(requireNonNull(listener, "listener"));
        return this;
    }

    /** The time from a heartbeat's answer to the next heartbeat, 25 s by default. */
    public SioServerBuilder pingInterval(Duration pingInterval) {
        this.pingInterval = requireNonNull(pingInterval, "pingInterval");
        return this;
    }

    /** How long a heartbeat may remain unanswered, 20 s by default. */
    public SioServerBuilder pingTimeout(Duration pingTimeout) {
        this.pingTimeout = requireNonNull(pingTimeout, "pingTimeout");
        return this;
    }

    /** How long a probe for an upgrade may take, 10 s by default. */
    public SioServerBuilder upgradeTimeout(Duration upgradeTimeout) {
        this.upgradeTimeout = requireNonNull(upgradeTimeout, "upgradeTimeout");
        return this;
    }

    /** How long a connection may stay without a namespace, 45 s by default. */
    public SioServerBuilder connectTimeout(Duration connectTimeout) {
        this.connectTimeout = requireNonNull(connectTimeout, "connectTimeout");
        return this;
    }

    /** The largest message or body in bytes, 1,000,000 by default. */
    public SioServerBuilder maxHttpBufferSize(int bytes) {
        this.maxHttpBufferSize = bytes;
        return this;
    }

    /** How packets are written, JSON by default; clients must use the same. */
    public SioServerBuilder parser(PacketParser parser) {
        this.parser = requireNonNull(parser, "parser");
        return this;
    }

    /** How many attachments, and how many bytes of them, a packet may have. */
    public SioServerBuilder limits(ScanLimits limits) {
        this.limits = requireNonNull(limits, "limits");
        return this;
    }

    /** The transports that are offered, all by default. */
    public SioServerBuilder transports(Transport first, Transport... more) {
        this.transports = EnumSet.of(first, more);
        return this;
    }

    /** Whether polling connections may move to WebSocket, true by default. */
    public SioServerBuilder allowUpgrades(boolean allowUpgrades) {
        this.allowUpgrades = allowUpgrades;
        return this;
    }

    /** Whether clients of the older generation, JavaScript 1.x and 2.x, are served too; false by default ({@code allowEIO3}). */
    public SioServerBuilder allowEio3(boolean allowEio3) {
        this.allowEio3 = allowEio3;
        return this;
    }

    /**
     * Serves Engine.IO without Socket.IO at another path, with the same options: every message goes back as it came. For those
     * who write clients.
     */
    public SioServerBuilder engineEcho(String path) {
        this.engineEcho = requireNonNull(path, "path");
        return this;
    }

    /**
     * How many bytes may wait for one client that does not read, 16 MB by default; then its connection ends with the reason
     * {@code transport error}. The reference knows no such bound.
     */
    public SioServerBuilder maxOutboundBuffer(int bytes) {
        this.maxOutboundBuffer = bytes;
        return this;
    }

    /** Which answers to polls are compressed, from 1024 bytes on by default; null for none. */
    public SioServerBuilder httpCompression(@Nullable HttpCompression compression) {
        this.httpCompression = compression;
        return this;
    }

    /** Which WebSocket messages are compressed, for clients that take it; null, the default, for none. */
    public SioServerBuilder perMessageDeflate(@Nullable PerMessageDeflate deflate) {
        this.perMessageDeflate = deflate;
        return this;
    }

    /** How long the head of a request may take from its first byte, 60 s by default as in Node's HTTP server. */
    public SioServerBuilder headersTimeout(Duration headersTimeout) {
        this.headersTimeout = requireNonNull(headersTimeout, "headersTimeout");
        return this;
    }

    /** Lets web pages of other origins in; nobody's by default. */
    public SioServerBuilder cors(Cors cors) {
        this.cors = requireNonNull(cors, "cors");
        return this;
    }

    /** Tells every packet, both ways, to {@code sink}. */
    public SioServerBuilder capture(CaptureSink sink) {
        this.capture = requireNonNull(sink, "sink");
        return this;
    }

    /**
     * Whether clients are read no faster than the capture records, so that nothing is lost of what they send; false by default:
     * then nobody is slowed down, and what finds no room is counted instead.
     */
    public SioServerBuilder throttle(boolean throttle) {
        this.throttle = throttle;
        return this;
    }

    /** Which namespaces clients may ask for. */
    public SioServerBuilder namespaces(NamespacePolicy namespaces) {
        this.namespaces = requireNonNull(namespaces, "namespaces");
        return this;
    }

    /** Makes what keeps the rooms and carries broadcasts; this process's memory by default. */
    public SioServerBuilder adapter(AdapterFactory adapters) {
        this.adapters = requireNonNull(adapters, "adapters");
        return this;
    }

    /** Lets clients come back as who they were, with what they missed; off by default. */
    public SioServerBuilder connectionStateRecovery(ConnectionStateRecovery recovery) {
        this.recovery = requireNonNull(recovery, "recovery");
        return this;
    }

    /** Whether a namespace of a family goes when its last socket leaves, false by default. */
    public SioServerBuilder cleanupEmptyChildNamespaces(boolean cleanup) {
        this.cleanupEmptyChildNamespaces = cleanup;
        return this;
    }

    /** Hears from the very start what happens in the server. */
    public SioServerBuilder listener(ServerListener listener) {
        listeners.add(listener);
        return this;
    }

    /** Runs before the port is opened, so that handlers are there before the first client. */
    public SioServerBuilder setup(Consumer<SioServer> setup) {
        beforeListening.add(setup);
        return this;
    }

    /**
     * Starts listening.
     *
     * @throws ListenException if the port cannot be had
     * @throws IllegalArgumentException if an option has a value that makes no sense
     */
    public SioServer listen() throws ListenException {
        check();
        Supplier<String> ids = new RandomIds();
        LiveServer server = new LiveServer(
                new ServerOptions(
                        connectTimeout,
                        parser,
                        limits,
                        namespaces,
                        adapters,
                        cleanupEmptyChildNamespaces,
                        recovery,
                        tls != null,
                        capture),
                new Listeners(listeners),
                ids);
        server.begin();
        beforeListening.forEach(setup -> setup.accept(server));
        try {
            EngineHost engine = new EngineHost(
                    threads, mounts(ids, server), headersTimeout.toNanos(), tls, throttle ? capture : null);
            server.attach(engine);
            engine.listen(host, port);
        } catch (ListenFailure failure) {
            throw ListenException.of(failure);
        }
        return server;
    }

    private List<EngineMount> mounts(Supplier<String> ids, LiveServer server) {
        List<EngineMount> mounts = new ArrayList<>();
        mounts.add(new EngineMount(engineOptions(path, client, ids), server));
        if (engineEcho != null) {
            mounts.add(new EngineMount(engineOptions(engineEcho, null, ids), new EngineEcho()));
        }
        return mounts;
    }

    /** What a session goes by. */
    ServerEngineOptions sessionOptions() {
        return new ServerEngineOptions(
                pingInterval.toNanos(), pingTimeout.toNanos(), upgradeTimeout.toNanos(), maxOutboundBuffer);
    }

    private EngineOptions engineOptions(String path, @Nullable ClientBundle client, Supplier<String> ids) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String prefix = (trimmed.startsWith("/") || trimmed.isEmpty() ? "" : "/") + trimmed + (addTrailingSlash ? "/" : "");
        return new EngineOptions(
                prefix,
                transports,
                allowUpgrades,
                allowEio3,
                cors,
                sessionOptions(),
                maxHttpBufferSize,
                httpCompression,
                perMessageDeflate,
                client,
                new EngineHooks(allowRequest, cookie, engineMiddlewares, engineListeners),
                capture,
                ids);
    }

    private void check() {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is a number from 0 to 65535, not " + port);
        }
        aboveZero("maxHttpBufferSize", maxHttpBufferSize > 0, maxHttpBufferSize);
        aboveZero("maxOutboundBuffer", maxOutboundBuffer > 0, maxOutboundBuffer);
        aboveZero("threads", threads > 0, threads);
        aboveZero("pingInterval", pingInterval.isPositive(), pingInterval);
        aboveZero("pingTimeout", pingTimeout.isPositive(), pingTimeout);
        aboveZero("upgradeTimeout", upgradeTimeout.isPositive(), upgradeTimeout);
        aboveZero("connectTimeout", connectTimeout.isPositive(), connectTimeout);
        aboveZero("headersTimeout", headersTimeout.isPositive(), headersTimeout);
    }

    private static void aboveZero(String option, boolean so, Object value) {
        if (!so) {
            throw new IllegalArgumentException(option + " must be above zero, not " + value);
        }
    }
}

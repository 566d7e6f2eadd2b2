package io.sioscope.protocol.client;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.net.AddressFamily;
import io.sioscope.protocol.net.ClientLinkOptions;
import io.sioscope.protocol.net.ClientProxy;
import io.sioscope.protocol.net.ClientRoad;
import io.sioscope.protocol.net.ClientTls;
import io.sioscope.protocol.net.EventLoops;
import io.sioscope.protocol.session.ClientEngineOptions;
import io.sioscope.protocol.session.ClientManager;
import io.sioscope.protocol.session.ClientSocketOptions;
import io.sioscope.protocol.session.EngineChoice;
import io.sioscope.protocol.session.Reconnection;
import io.sioscope.protocol.socketio.PacketParser;
import io.sioscope.protocol.socketio.ScanLimits;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The options of a {@link SioClient}. The defaults are the reference's. One thread at a time. */
public final class SioClientBuilder {
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern HEADER_CONTROL = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f]");

    private final SioUrl url;
    private String path = "/socket.io";
    private boolean addTrailingSlash = true;
    private EngineChoice engine = EngineChoice.V4;
    private PacketParser parser = PacketParser.JSON;
    private boolean forceBase64;
    private boolean tryAllTransports;
    private boolean rememberUpgrade;
    private ClientSocketOptions sockets = ClientSocketOptions.DEFAULT;
    private boolean withCredentials;
    private ClientTls tls = ClientTls.DEFAULT;
    private ClientRoad road = ClientRoad.DIRECT;
    private List<Transport> transports = List.of(Transport.POLLING, Transport.WEBSOCKET);
    private boolean upgrade = true;
    private Map<String, String> query;
    private final List<Header> headers = new ArrayList<>();
    private Reconnection reconnection = Reconnection.DEFAULT;
    private Duration timeout = Duration.ofSeconds(20);
    private int maxMessageBytes = 100_000_000;
    private @Nullable CaptureSink capture;
    private @Nullable ClientListener listener;
    private @Nullable EventLoops loops;

    SioClientBuilder(SioUrl url) {
        this.url = url;
        this.query = url.query();
    }

    /** The revision of Engine.IO; 4 unless said otherwise. With it goes the revision of Socket.IO. */
    public SioClientBuilder engine(EngineChoice engine) {
        this.engine = engine;
        return this;
    }

    /** How packets are written, which the server must agree with; JSON unless said otherwise. */
    public SioClientBuilder parser(PacketParser parser) {
        this.parser = parser;
        return this;
    }

    /**
     * Where the server's Engine.IO lives, {@code /socket.io} unless said otherwise; slashes are added.
     *
     * @throws IllegalArgumentException if it cannot be a URL's path
     */
    public SioClientBuilder path(String path) {
        String leading = path.startsWith("/") ? path : "/" + path;
        String whole = leading.endsWith("/") ? leading.substring(0, leading.length() - 1) : leading;
        try {
            this.path = new URI(null, null, whole, null).toASCIIString();
        } catch (URISyntaxException wrong) {
            throw new IllegalArgumentException("not a path: " + path, wrong);
        }
        return this;
    }

    /**
     * The transports to use, in order; the first one opens the session. Polling then WebSocket unless said otherwise.
     *
     * @throws IllegalArgumentException if there is none
     */
    public SioClientBuilder transports(Transport... transports) {
        if (transports.length == 0) {
            throw new IllegalArgumentException("at least one transport");
        }
        this.transports = List.of(transports);
        return this;
    }

    /** Whether a polling session moves to WebSocket where both sides can; true unless said otherwise. */
    public SioClientBuilder upgrade(boolean upgrade) {
        this.upgrade = upgrade;
        return this;
    }

    /** Whether the path ends with a slash; true unless said otherwise. */
    public SioClientBuilder addTrailingSlash(boolean addTrailingSlash) {
        this.addTrailingSlash = addTrailingSlash;
        return this;
    }

    /** Whether the next transport is tried where one does not open the session; false unless said otherwise. */
    public SioClientBuilder tryAllTransports(boolean tryAllTransports) {
        this.tryAllTransports = tryAllTransports;
        return this;
    }

    /**
     * Whether a session is opened over WebSocket where the one before had come to use it; false unless said otherwise. Each
     * client remembers for itself; in the reference all clients of a process share that memory.
     */
    public SioClientBuilder rememberUpgrade(boolean rememberUpgrade) {
        this.rememberUpgrade = rememberUpgrade;
        return this;
    }

    /** Whether binary travels as base64 even over WebSocket, both ways; false unless said otherwise. */
    public SioClientBuilder forceBase64(boolean forceBase64) {
        this.forceBase64 = forceBase64;
        return this;
    }

    /** Parameters added to every request's query, in place of the URL's own. */
    public SioClientBuilder query(Map<String, String> query) {
        this.query = new LinkedHashMap<>(query);
        return this;
    }

    /**
     * A header added to every request, WebSocket ones included, in place of ours of that name.
     *
     * @throws IllegalArgumentException if HTTP does not allow the name or the value
     */
    public SioClientBuilder header(String name, String value) {
        if (!HEADER_NAME.matcher(name).matches() || HEADER_CONTROL.matcher(value).find()) {
            throw new IllegalArgumentException("not a header: " + name);
        }
        headers.add(new Header(name, value));
        return this;
    }

    /** Headers added to every request, WebSocket ones included. */
    public SioClientBuilder headers(Map<String, String> headers) {
        headers.forEach(this::header);
        return this;
    }

    /** Headers added to every request, WebSocket ones included: another name of {@link #headers}. */
    public SioClientBuilder extraHeaders(Map<String, String> headers) {
        return headers(headers);
    }

    /** Whether a lost connection is opened again; true unless said otherwise. */
    public SioClientBuilder reconnection(boolean reconnection) {
        return reconnection(this.reconnection.withEnabled(reconnection));
    }

    /**
     * How many times that is tried; without bound unless said otherwise.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public SioClientBuilder reconnectionAttempts(int attempts) {
        return reconnection(reconnection.withAttempts(attempts));
    }

    /**
     * The first pause before that, doubled each time; 1 s unless said otherwise.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public SioClientBuilder reconnectionDelay(Duration delay) {
        return reconnection(reconnection.withDelayMs(delay.toMillis()));
    }

    /**
     * The longest pause; 5 s unless said otherwise.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public SioClientBuilder reconnectionDelayMax(Duration delay) {
        return reconnection(reconnection.withDelayMaxMs(delay.toMillis()));
    }

    /**
     * By which share a pause is made shorter or longer at random; 0.5 unless said otherwise.
     *
     * @throws IllegalArgumentException if it is not from 0 to 1
     */
    public SioClientBuilder randomizationFactor(double factor) {
        return reconnection(reconnection.withJitter(factor));
    }

    /**
     * How long an acknowledgement is waited for where the emit does not say; for ever unless said otherwise.
     *
     * @throws IllegalArgumentException if it is not above zero
     */
    public SioClientBuilder ackTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a timeout is above zero");
        }
        this.sockets = new ClientSocketOptions(LoopEmitter.nanos(timeout), sockets.retries());
        return this;
    }

    /**
     * How often an event is sent again that the server has not acknowledged within {@link #ackTimeout}; 0 unless said
     * otherwise. Above 0, the events of a socket go one after the other, and each asks for an acknowledgement, which the
     * server has to give.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public SioClientBuilder retries(int retries) {
        this.sockets = new ClientSocketOptions(sockets.ackTimeoutNanos(), retries);
        return this;
    }

    /** Whether the cookies that the server sets are sent back, as long as a session lasts; false unless said otherwise. */
    public SioClientBuilder withCredentials(boolean withCredentials) {
        this.withCredentials = withCredentials;
        return this;
    }

    /** Whether and how a lost connection is opened again. */
    public SioClientBuilder reconnection(Reconnection reconnection) {
        this.reconnection = reconnection;
        return this;
    }

    /**
     * How long an attempt to open the session may take; 20 s unless said otherwise.
     *
     * @throws IllegalArgumentException if it is below a millisecond
     */
    public SioClientBuilder timeout(Duration timeout) {
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("a timeout is above zero");
        }
        this.timeout = timeout;
        return this;
    }

    /**
     * The largest polling answer or WebSocket message in bytes that is taken, after inflation; 100 MB unless said otherwise.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public SioClientBuilder maxMessageBytes(int maxMessageBytes) {
        if (maxMessageBytes < 1) {
            throw new IllegalArgumentException("a limit is above zero");
        }
        this.maxMessageBytes = maxMessageBytes;
        return this;
    }

    /**
     * Certificates that a TLS server's chain may end in, in place of the system's own. The server's name is checked in any
     * case.
     */
    public SioClientBuilder trust(List<X509Certificate> certificates) {
        this.tls = tls.withTrusted(certificates);
        return this;
    }

    /** The certificate that the client shows to a TLS server which asks for one, with those above it, and its key. */
    public SioClientBuilder clientCertificate(PrivateKey key, List<X509Certificate> chain) {
        this.tls = tls.withIdentity(key, chain);
        return this;
    }

    /**
     * Whether a TLS server's chain and name are checked; true unless said otherwise. Without that anybody on the way can
     * read and change what is sent: whoever offers it has to show it.
     */
    public SioClientBuilder rejectUnauthorized(boolean rejectUnauthorized) {
        this.tls = tls.withVerified(rejectUnauthorized);
        return this;
    }

    /** The proxy to go through, see {@link ClientProxy#of}; none unless said otherwise. */
    public SioClientBuilder proxy(ClientProxy proxy) {
        this.road = road.through(proxy);
        return this;
    }

    /** Which addresses of the server's name, or of the proxy's, are used; all unless said otherwise. */
    public SioClientBuilder family(AddressFamily family) {
        this.road = road.by(family);
        return this;
    }

    /** The address that connections come from; the system chooses unless said otherwise. */
    public SioClientBuilder localAddress(InetAddress localAddress) {
        this.road = road.from(localAddress);
        return this;
    }

    /** Where every packet, exchange and change of the connection is told; nothing is told unless this is set. */
    public SioClientBuilder capture(CaptureSink sink) {
        this.capture = sink;
        return this;
    }

    /** A listener that misses nothing; more can be added with {@link SioClient#listen}. */
    public SioClientBuilder listener(ClientListener listener) {
        this.listener = listener;
        return this;
    }

    /** Threads shared with others; the client then never closes them. Without this it has one thread of its own. */
    public SioClientBuilder eventLoops(EventLoops loops) {
        this.loops = loops;
        return this;
    }

    /**
     * The client, which opens its connection when the first socket connects.
     *
     * @throws IllegalArgumentException if the certificates cannot be used
     */
    public SioClient build() {
        EventLoops own = loops == null ? EventLoops.start(1, "sioscope-client") : loops;
        LoopSioClient client = new LoopSioClient(url.base(), managerOptions(), linkOptions(), own, loops == null, capture);
        if (listener != null) {
            client.listen(listener);
        }
        return client;
    }

    private ClientManager.Options managerOptions() {
        ScanLimits limits = new ScanLimits(ScanLimits.DEFAULT.maxAttachments(), maxMessageBytes);
        return new ClientManager.Options(
                new ClientEngineOptions(
                        engine, forceBase64, transports, upgrade, tryAllTransports, rememberUpgrade),
                reconnection,
                sockets,
                parser,
                query,
                timeout.toMillis(),
                limits);
    }

    private ClientLinkOptions linkOptions() {
        int timeoutMs = Math.clamp(timeout.toMillis(), 1, Integer.MAX_VALUE);
        return new ClientLinkOptions(
                url.secure(),
                url.host(),
                url.port(),
                addTrailingSlash ? path + "/" : path,
                query,
                headers,
                maxMessageBytes,
                timeoutMs,
                withCredentials,
                tls,
                road);
    }

    /** The client, its connection being opened. */
    public SioClient connect() {
        SioClient client = build();
        client.open();
        return client;
    }
}

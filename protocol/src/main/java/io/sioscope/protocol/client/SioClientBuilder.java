package io.sioscope.protocol.client;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.net.ClientLinkOptions;
import io.sioscope.protocol.net.EventLoops;
import io.sioscope.protocol.session.ClientEngineOptions;
import io.sioscope.protocol.session.ClientManager;
import io.sioscope.protocol.session.Reconnection;
import io.sioscope.protocol.socketio.ScanLimits;
import java.net.URI;
import java.net.URISyntaxException;
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
    private String path = "/socket.io/";
    private List<Transport> transports = List.of(Transport.POLLING, Transport.WEBSOCKET);
    private boolean upgrade = true;
    private Map<String, String> query;
    private final List<Header> headers = new ArrayList<>();
    private Reconnection reconnection = Reconnection.DEFAULT;
    private Duration timeout = Duration.ofSeconds(20);
    private int maxMessageBytes = 100_000_000;
    private List<X509Certificate> trusted = List.of();
    private @Nullable CaptureSink capture;
    private @Nullable ClientListener listener;
    private @Nullable EventLoops loops;

    SioClientBuilder(SioUrl url) {
        this.url = url;
        this.query = url.query();
    }

    /**
     * Where the server's Engine.IO lives, {@code /socket.io/} unless said otherwise; slashes at both ends are added.
     *
     * @throws IllegalArgumentException if it cannot be a URL's path
     */
    public SioClientBuilder path(String path) {
        String leading = path.startsWith("/") ? path : "/" + path;
        String whole = leading.endsWith("/") ? leading : leading + "/";
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
        this.trusted = List.copyOf(certificates);
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
     * @throws IllegalArgumentException if the trusted certificates cannot be used
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
                new ClientEngineOptions(transports, upgrade), reconnection, timeout.toMillis(), limits);
    }

    private ClientLinkOptions linkOptions() {
        int timeoutMs = Math.clamp(timeout.toMillis(), 1, Integer.MAX_VALUE);
        return new ClientLinkOptions(
                url.secure(), url.host(), url.port(), path, query, headers, maxMessageBytes, timeoutMs, trusted);
    }

    /** The client, its connection being opened. */
    public SioClient connect() {
        SioClient client = build();
        client.open();
        return client;
    }
}

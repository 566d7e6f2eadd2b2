package io.sioscope.protocol.client.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.client.SioUrl;
import io.sioscope.protocol.net.ClientRoad;
import io.sioscope.protocol.net.ClientTls;
import io.sioscope.protocol.session.EngineChoice;
import io.sioscope.protocol.socketio.PacketParser;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a {@link Doctor} examines. The defaults are those of the client. One thread at a time. */
public final class DoctorBuilder {
    private final SioUrl url;
    private String path = "/socket.io";
    private boolean addTrailingSlash = true;
    private Map<String, String> query;
    private List<Header> headers = List.of();
    private @Nullable JsonNode auth;
    private List<String> namespaces;
    private List<Transport> transports = List.of(Transport.POLLING, Transport.WEBSOCKET);
    private EngineChoice engine = EngineChoice.V4;
    private PacketParser parser = PacketParser.JSON;
    private @Nullable String origin;
    private boolean withCredentials;
    private ClientTls tls = ClientTls.DEFAULT;
    private ClientRoad road = ClientRoad.DIRECT;
    private Duration patience = Duration.ofSeconds(10);
    private int heartbeats = 2;

    DoctorBuilder(SioUrl url) {
        this.url = url;
        this.query = url.query();
        this.namespaces = List.of(url.namespace());
    }

    /**
     * Where Engine.IO is looked for; {@code /socket.io/} unless said otherwise.
     *
     * @throws IllegalArgumentException if it cannot be a URL's path
     */
    public DoctorBuilder path(String path) {
        String leading = path.startsWith("/") ? path : "/" + path;
        String whole = leading.endsWith("/") ? leading.substring(0, leading.length() - 1) : leading;
        try {
            this.path = new URI(null, null, whole, null).toASCIIString();
        } catch (URISyntaxException wrong) {
            throw new IllegalArgumentException("not a path: " + path, wrong);
        }
        return this;
    }

    /** Whether the path ends with a slash, as it usually does. */
    public DoctorBuilder addTrailingSlash(boolean addTrailingSlash) {
        this.addTrailingSlash = addTrailingSlash;
        return this;
    }

    /** Parameters of every request's query, in place of the URL's own. */
    public DoctorBuilder query(Map<String, String> query) {
        this.query = query;
        return this;
    }

    /** Headers of every request. */
    public DoctorBuilder headers(List<Header> headers) {
        this.headers = headers;
        return this;
    }

    /** The payload of CONNECT packets. */
    public DoctorBuilder auth(JsonNode auth) {
        this.auth = auth;
        return this;
    }

    /**
     * The namespaces to join, in place of the URL's path; leading slashes are added.
     *
     * @throws IllegalArgumentException if there is none
     */
    public DoctorBuilder namespaces(List<String> namespaces) {
        if (namespaces.isEmpty()) {
            throw new IllegalArgumentException("at least one namespace");
        }
        this.namespaces = namespaces.stream()
                .map(name -> name.startsWith("/") ? name : "/" + name)
                .toList();
        return this;
    }

    /**
     * The transports that the client would use; both unless said otherwise.
     *
     * @throws IllegalArgumentException if there is none
     */
    public DoctorBuilder transports(List<Transport> transports) {
        if (transports.isEmpty()) {
            throw new IllegalArgumentException("at least one transport");
        }
        this.transports = transports;
        return this;
    }

    /** The revision that the client speaks; today's, 4, unless said otherwise. One that detects is content with either. */
    public DoctorBuilder engine(EngineChoice engine) {
        this.engine = engine;
        return this;
    }

    /** How the client writes packets; JSON unless said otherwise. */
    public DoctorBuilder parser(PacketParser parser) {
        this.parser = parser;
        return this;
    }

    /** The origin of the page that would connect, as in {@code https://shop.example}; the header of that name unless said otherwise. */
    public DoctorBuilder origin(String origin) {
        this.origin = origin;
        return this;
    }

    /** Whether cookies that the server sets are sent back, as a balancer may want it; false unless said otherwise. */
    public DoctorBuilder withCredentials(boolean withCredentials) {
        this.withCredentials = withCredentials;
        return this;
    }

    /** How the client speaks TLS; where it checks nothing, what is wrong is a warning. */
    public DoctorBuilder tls(ClientTls tls) {
        this.tls = tls;
        return this;
    }

    /** The way to the server: a proxy, one family of addresses, an address of one's own. */
    public DoctorBuilder road(ClientRoad road) {
        this.road = road;
        return this;
    }

    /** How long one check may take, heartbeats apart; 10 s unless said otherwise. */
    public DoctorBuilder patience(Duration patience) {
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("patience is above zero");
        }
        this.patience = patience;
        return this;
    }

    /** How many heartbeats to wait for; 2 unless said otherwise, 0 for none. */
    public DoctorBuilder heartbeats(int heartbeats) {
        if (heartbeats < 0) {
            throw new IllegalArgumentException("heartbeats are counted from 0");
        }
        this.heartbeats = heartbeats;
        return this;
    }

    /** The doctor. */
    public Doctor build() {
        return new Doctor(options());
    }

    private Optional<String> sentOrigin() {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("origin"))
                .map(Header::value)
                .findFirst();
    }

    DoctorOptions options() {
        return new DoctorOptions(
                url,
                addTrailingSlash ? path + "/" : path,
                query,
                headers,
                Optional.ofNullable(auth),
                namespaces,
                transports,
                engine,
                parser,
                Optional.ofNullable(origin).or(this::sentOrigin),
                withCredentials,
                tls,
                road,
                patience,
                heartbeats);
    }
}

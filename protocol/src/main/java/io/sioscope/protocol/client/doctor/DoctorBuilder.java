package io.sioscope.protocol.client.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.client.SioUrl;
import io.sioscope.protocol.socketio.PacketParser;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a {@link Doctor} examines. The defaults are those of the client. One thread at a time. */
public final class DoctorBuilder {
    private final SioUrl url;
    private String path = "/socket.io/";
    private Map<String, String> query;
    private List<Header> headers = List.of();
    private @Nullable JsonNode auth;
    private List<String> namespaces;
    private List<Transport> transports = List.of(Transport.POLLING, Transport.WEBSOCKET);
    private @Nullable EngineVersion version;
    private PacketParser parser = PacketParser.JSON;
    private @Nullable String origin;
    private List<X509Certificate> trusted = List.of();
    private @Nullable ProxyServer proxy;
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
        String whole = leading.endsWith("/") ? leading : leading + "/";
        try {
            this.path = new URI(null, null, whole, null).toASCIIString();
        } catch (URISyntaxException wrong) {
            throw new IllegalArgumentException("not a path: " + path, wrong);
        }
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

    /** The revision that the client speaks; today's, 4, unless said otherwise. */
    public DoctorBuilder version(EngineVersion version) {
        this.version = version;
        return this;
    }

    /** How the client writes packets; JSON unless said otherwise. */
    public DoctorBuilder parser(PacketParser parser) {
        this.parser = parser;
        return this;
    }

    /** The origin of the page that would connect, as in {@code https://shop.example}. */
    public DoctorBuilder origin(String origin) {
        this.origin = origin;
        return this;
    }

    /** Certificates that a chain may end in, in place of the system's own. */
    public DoctorBuilder trust(List<X509Certificate> certificates) {
        this.trusted = certificates;
        return this;
    }

    /** A proxy to go through. */
    public DoctorBuilder proxy(ProxyServer proxy) {
        this.proxy = proxy;
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
        return new Doctor(new DoctorOptions(
                url,
                path,
                query,
                headers,
                Optional.ofNullable(auth),
                namespaces,
                transports,
                Optional.ofNullable(version),
                parser,
                Optional.ofNullable(origin),
                trusted,
                Optional.ofNullable(proxy),
                patience,
                heartbeats));
    }
}

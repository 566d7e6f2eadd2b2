package io.sioscope.protocol.net;

import io.sioscope.protocol.capture.Header;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a client's links go and how.
 *
 * @param secure whether TLS is used
 * @param host name or address, an IPv6 address without brackets
 * @param port 1 to 65535
 * @param path of Engine.IO, percent-encoded, with a leading slash
 * @param query parameters of every request, not encoded
 * @param headers of every request
 * @param maxBytes the largest polling answer or WebSocket message, after inflation
 * @param connectTimeoutMs how long a TCP connection may take, above zero
 * @param cookies whether those that the server sets are sent back ("withCredentials")
 * @param tls how it is spoken where it is used
 * @param road the way to the server
 */
public record ClientLinkOptions(
        boolean secure,
        String host,
        int port,
        String path,
        Map<String, String> query,
        List<Header> headers,
        int maxBytes,
        int connectTimeoutMs,
        boolean cookies,
        ClientTls tls,
        ClientRoad road) {
    /** Keeps copies of the collections. */
    public ClientLinkOptions {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        headers = List.copyOf(headers);
    }

    /** Host and port as they stand in a URL and in the Host header: a usual port is left out. */
    public String authority() {
        String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port == (secure ? 443 : 80) ? shown : shown + ":" + port;
    }

    /** The URL that requests go to, without query. */
    public String url() {
        return (secure ? "https://" : "http://") + authority() + path;
    }
}

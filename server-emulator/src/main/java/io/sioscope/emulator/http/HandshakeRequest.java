package io.sioscope.emulator.http;

import io.sioscope.protocol.EngineVersion;
import java.util.Map;

/**
 * The request that opened a session.
 *
 * @param url path and query as requested
 * @param query the parameters, decoded; of a repeated name the last value
 * @param headers names in lower case, repeated ones joined by a comma and a blank
 * @param address the peer's IP address
 * @param secure whether the connection is encrypted
 * @param version the protocol's revision that the client speaks
 */
public record HandshakeRequest(
        String url,
        Map<String, String> query,
        Map<String, String> headers,
        String address,
        boolean secure,
        EngineVersion version) {
    /** Keeps copies of the maps. */
    public HandshakeRequest {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** The URL with scheme and host. */
    public String absoluteUrl() {
        return HttpExchange.absoluteUrl(url, secure, headers.getOrDefault("host", "localhost"));
    }
}

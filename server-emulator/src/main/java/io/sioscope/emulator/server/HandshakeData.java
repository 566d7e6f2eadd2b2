package io.sioscope.emulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;

/**
 * How a socket came: the request that opened its connection and the auth payload of its namespace ({@code socket.handshake}).
 *
 * @param headers the request's headers, names in lower case, repeated ones joined by a comma and a blank
 * @param query the request's query, decoded; of a repeated name the last value
 * @param auth the payload of the CONNECT packet; an empty object where nothing was sent
 * @param address the peer's IP address
 * @param issued when the namespace was asked for
 * @param url path and query as requested
 * @param secure whether the connection is encrypted
 * @param xdomain whether the request names an origin
 */
public record HandshakeData(
        Map<String, String> headers,
        Map<String, String> query,
        JsonNode auth,
        String address,
        Instant issued,
        String url,
        boolean secure,
        boolean xdomain) {
    /** Keeps copies of the maps. */
    public HandshakeData {
        headers = Map.copyOf(headers);
        query = Map.copyOf(query);
    }
}

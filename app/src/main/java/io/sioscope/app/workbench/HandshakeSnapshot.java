package io.sioscope.app.workbench;

import io.sioscope.emulator.server.HandshakeData;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a socket of a host came: three tables, each as the server reads it.
 *
 * @param headers {@code socket.handshake.headers} of the request that opened the connection, names in lower case, sorted
 * @param query {@code socket.handshake.query}, decoded, sorted
 * @param auth {@code socket.handshake.auth} of the namespace's CONNECT packet, compact JSON; {@code {}} where none was sent
 * @param issued when the namespace was asked for
 */
public record HandshakeSnapshot(Map<String, String> headers, Map<String, String> query, String auth, Instant issued) {
    /** Nothing was sent. */
    public static final HandshakeSnapshot NONE = new HandshakeSnapshot(Map.of(), Map.of(), "{}", Instant.EPOCH);

    /** Keeps sorted copies. */
    public HandshakeSnapshot {
        headers = java.util.Collections.unmodifiableMap(new TreeMap<>(headers));
        query = java.util.Collections.unmodifiableMap(new TreeMap<>(query));
    }

    static HandshakeSnapshot of(HandshakeData data) {
        return new HandshakeSnapshot(data.headers(), data.query(), data.auth().toString(), data.issued());
    }
}

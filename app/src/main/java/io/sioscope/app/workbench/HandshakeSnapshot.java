package io.sioscope.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.emulator.server.HandshakeData;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a socket of a host came: three tables, each as the server reads it.
 *
 * @param headers {@code socket.handshake.headers} of the request that opened the connection, names in lower case, sorted
 * @param query {@code socket.handshake.query}, decoded, sorted
 * @param auth {@code socket.handshake.auth} of the namespace's CONNECT packet, compact JSON; {@code {}} where none was sent
 * @param name what the auth calls the person: its text {@code name}, {@code user} or {@code username}; empty without one
 * @param issued when the namespace was asked for
 */
public record HandshakeSnapshot(
        Map<String, String> headers, Map<String, String> query, String auth, String name, Instant issued) {
    /** Nothing was sent. */
    public static final HandshakeSnapshot NONE = new HandshakeSnapshot(Map.of(), Map.of(), "{}", "", Instant.EPOCH);

    private static final List<String> NAMES = List.of("name", "user", "username");
    private static final int LONGEST_NAME = 40;

    /** Keeps sorted copies. */
    public HandshakeSnapshot {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
        query = Collections.unmodifiableMap(new TreeMap<>(query));
    }

    static HandshakeSnapshot of(HandshakeData data) {
        return new HandshakeSnapshot(
                data.headers(), data.query(), data.auth().toString(), name(data.auth()), data.issued());
    }

    private static String name(JsonNode auth) {
        return NAMES.stream()
                .map(auth::path)
                .filter(value -> value.isTextual() && !value.textValue().isBlank())
                .map(JsonNode::textValue)
                .map(text -> text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text)
                .findFirst()
                .orElse("");
    }
}

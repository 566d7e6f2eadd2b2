package io.sioscope.protocol.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.SocketPacket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What is different in revision 4 of Socket.IO, which goes with revision 3 of Engine.IO (socket.io-client 2.5): a CONNECT has a
 * query in place of a payload, and a socket's id follows from the connection's. Pure.
 */
public final class OlderProtocol {
    private OlderProtocol() {}

    /**
     * Asks for a namespace. The query is the handshake's, as in socket.io-client 2.5, and after it the fields of {@code
     * auth} if that is an object: servers that also speak newer revisions hand the whole over as auth.
     */
    public static SocketPacket.Connect connect(String namespace, Map<String, String> query, JsonNode auth) {
        Map<String, String> all = new LinkedHashMap<>(query);
        auth.properties().forEach(field -> all.put(field.getKey(), text(field.getValue())));
        StringJoiner joined = new StringJoiner("&", namespace + "?", "");
        joined.setEmptyValue(namespace);
        all.forEach((name, value) -> joined.add(encode(name) + "=" + encode(value)));
        return new SocketPacket.Connect(joined.toString(), Arguments.ABSENT);
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String socketId(String namespace, String engineId) {
        return namespace.equals("/") ? engineId : namespace + "#" + engineId;
    }
}

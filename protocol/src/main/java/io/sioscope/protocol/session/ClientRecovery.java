package io.sioscope.protocol.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.SocketPacket;

/**
 * What a socket keeps to have a lost session restored: the private id that the server gave it, and the offset of the last event
 * (socket.io-client 4.8, Socket._pid and _lastOffset). One thread.
 */
final class ClientRecovery {
    private String pid = "";
    private String offset = "";

    /** The payload of the CONNECT packet; what {@code auth} says comes last and wins. */
    Arguments payload(Arguments auth) {
        if (pid.isEmpty()) {
            return auth;
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode().put("pid", pid);
        if (!offset.isEmpty()) {
            all.put("offset", offset);
        }
        JsonNode own = auth.value(0);
        own.properties().forEach(field -> all.set(field.getKey(), field.getValue()));
        return Arguments.of(all);
    }

    /** Takes the payload of the server's CONNECT; whether it restored the session. */
    boolean granted(JsonNode payload) {
        String given = payload.path("pid").asText("");
        boolean restored = !given.isEmpty() && given.equals(pid);
        pid = given;
        return restored;
    }

    void delivered(SocketPacket.Event event) {
        if (pid.isEmpty() || event.ackId() != SocketPacket.NO_ACK) {
            return;
        }
        JsonNode last = event.arguments().value(event.arguments().count() - 1);
        if (last.isTextual()) {
            offset = last.textValue();
        }
    }
}

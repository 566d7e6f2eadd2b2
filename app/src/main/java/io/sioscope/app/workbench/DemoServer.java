package io.sioscope.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sioscope.emulator.server.Namespace;
import io.sioscope.emulator.server.ServerSocket;
import io.sioscope.protocol.socketio.Arguments;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's half of the demo chat: what its sockets' events do. Runs on the connections' event loops. */
final class DemoServer {
    private static final Logger LOG = LoggerFactory.getLogger(DemoServer.class);
    /** The event that waits for a person to answer it. */
    static final String ASKS = "ask";

    private static final Duration ANSWER_TIME = Duration.ofSeconds(5);
    private static final int MAX_ROOM_NAME = 64;

    private DemoServer() {}

    static void install(ServerSocket socket) {
        JsonNode name = socket.handshake().auth().path("name");
        String who = name.isTextual() ? name.textValue() : "guest";
        socket.on("join", (arguments, ack) -> {
            String room = room(arguments);
            socket.join(room);
            socket.to(room).emit("presence", presence(room, who, true));
            ack.ifPresent(reply -> reply.send(members(socket.namespace(), room)));
        });
        socket.on("leave", (arguments, ack) -> {
            String room = room(arguments);
            socket.leave(room);
            socket.to(room).emit("presence", presence(room, who, false));
            ack.ifPresent(reply -> reply.send(members(socket.namespace(), room)));
        });
        socket.on("message", (arguments, ack) -> {
            socket.to(room(arguments)).emit("message", stamped(arguments, who));
            ack.ifPresent(reply -> reply.send(object().put("delivered", true)));
        });
        socket.on("typing", (arguments, ack) -> socket.to(room(arguments)).emit("typing", stamped(arguments, who)));
        socket.on("sketch", (arguments, ack) -> {
            socket.broadcast().emit("sketch", arguments);
            ack.ifPresent(reply -> reply.send(arguments));
        });
        socket.on("ticket", (arguments, ack) -> {
            ack.ifPresent(reply -> reply.send(object().put("queued", true)));
            confirm(socket, arguments);
        });
    }

    /** Asks the client back, so that acknowledgements are seen in both directions. */
    private static void confirm(ServerSocket socket, Arguments ticket) {
        socket.emitWithAck(ANSWER_TIME, "confirm", ticket)
                .whenComplete((answer, error) -> LOG.debug("demo ticket confirmed: {}", error == null));
    }

    private static String room(Arguments arguments) {
        String room = arguments.value(0).path("room").asText("lobby");
        return room.length() > MAX_ROOM_NAME ? room.substring(0, MAX_ROOM_NAME) : room;
    }

    private static ObjectNode presence(String room, String who, boolean here) {
        return object().put("room", room).put("who", who).put("here", here);
    }

    private static ObjectNode members(Namespace namespace, String room) {
        return object().put("room", room)
                .put("members", namespace.adapter().rooms().getOrDefault(room, Set.of()).size());
    }

    private static ObjectNode stamped(Arguments arguments, String who) {
        ObjectNode out = object().put("from", who);
        if (arguments.value(0) instanceof ObjectNode said) {
            out.setAll(said);
        }
        return out;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}

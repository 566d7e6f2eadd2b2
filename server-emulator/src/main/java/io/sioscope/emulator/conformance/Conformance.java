package io.sioscope.emulator.conformance;

import io.sioscope.emulator.http.Cors;
import io.sioscope.emulator.server.AckReply;
import io.sioscope.emulator.server.NamespacePolicy;
import io.sioscope.emulator.server.ServerSocket;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.emulator.server.SioServerBuilder;
import io.sioscope.protocol.socketio.Arguments;
import java.time.Duration;
import java.util.Optional;

/**
 * The server that the official suites of Engine.IO and Socket.IO are run against, for authors of clients: bare Engine.IO that
 * echoes at {@code /engine.io}, Socket.IO at {@code /socket.io} with the namespaces {@code /} and {@code /custom}, heartbeats
 * so quick that a suite need not wait for them.
 */
public final class Conformance {
    /** Where Engine.IO echoes. */
    public static final String ENGINE_PATH = "/engine.io";

    private static final String CUSTOM = "/custom";
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private Conformance() {}

    /** Gives a server that is being set up the suites' options and application; the port and the like stay as they are. */
    public static SioServerBuilder prepare(SioServerBuilder builder) {
        return builder.path("/socket.io")
                .engineEcho(ENGINE_PATH)
                .pingInterval(Duration.ofMillis(300))
                .pingTimeout(Duration.ofMillis(200))
                .maxHttpBufferSize(1_000_000)
                .connectTimeout(Duration.ofMillis(1_000))
                .cors(Cors.any())
                .namespaces(NamespacePolicy.only("/", CUSTOM))
                .setup(Conformance::application);
    }

    private static void application(SioServer server) {
        server.of("/").onConnection(Conformance::connected);
        server.of(CUSTOM).onConnection(Conformance::connected);
    }

    private static void connected(ServerSocket socket) {
        socket.emit("auth", socket.handshake().auth());
        socket.on("message", (args, ack) -> sendBack(socket, args, ack));
        socket.on("message-with-ack", Conformance::acknowledge);
        socket.on("emit-with-ack", (args, ack) -> askBack(socket, args));
    }

    /** Node's application hands the acknowledgement on with the other arguments, and so asks for one of its own. */
    private static void sendBack(ServerSocket socket, Arguments arguments, Optional<AckReply> ack) {
        if (ack.isEmpty()) {
            socket.emit("message-back", arguments);
            return;
        }
        socket.emitWithAck(ANSWER, "message-back", arguments).whenComplete((answer, failure) -> {
            if (failure == null) {
                ack.get().send(answer);
            }
        });
    }

    private static void acknowledge(Arguments arguments, Optional<AckReply> ack) {
        ack.ifPresent(reply -> reply.send(arguments));
    }

    private static void askBack(ServerSocket socket, Arguments arguments) {
        socket.emitWithAck(ANSWER, "emit-with-ack", arguments).whenComplete((answer, failure) -> {
            // Without an answer there is nothing to send on; the suite notices by itself.
            if (failure == null) {
                socket.emit("emit-with-ack", answer);
            }
        });
    }
}

package io.sioscope.emulator.wire;

import io.sioscope.emulator.server.ServerSocket;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.testing.Peer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** npm's socket.io 4.8 and this server, both of both generations, with the same application. */
final class ReferencePair implements AutoCloseable {
    private final SioServer ours;
    private final Peer reference;

    ReferencePair() throws Exception {
        ours = SioServer.builder().allowEio3(true).setup(ReferencePair::handlers).listen();
        reference = Peer.start(
                "server.cjs",
                Map.of(
                        "options", Map.of("allowEIO3", true, "serveClient", false),
                        "namespaces", List.of("/", "/other", "/no"),
                        "tokens", Map.of("/no", "secret")));
    }

    /** As in {@code server.cjs}. */
    private static void handlers(SioServer io) {
        io.onConnection(ReferencePair::connected);
        io.of("/other").onConnection(ReferencePair::connected);
        Map<String, String> data = new LinkedHashMap<>();
        data.put("namespace", "/no");
        data.put("need", "token");
        io.of("/no").use((socket, next) -> next.refuse("not authorized", data));
    }

    private static void connected(ServerSocket socket) {
        socket.onAny((name, args, ack) -> {
            if (name.equals("bye")) {
                socket.disconnect(args.count() > 0);
                return;
            }
            ack.ifPresent(reply -> reply.send(args));
            socket.emit(name, args);
        });
    }

    /** Where this server listens. */
    String ours() {
        return ours.url().toString();
    }

    /** Where the reference listens. */
    String reference() {
        return reference.ready().path("url").asText();
    }

    /** A text in which all ids are alike, as they stand in JSON or in a script with JSON. */
    static String anonymous(String text) {
        return text.replaceAll("sid(\\\\?\":\\\\?\")[^\"\\\\]+", "sid$1S");
    }

    @Override
    public void close() {
        ours.close();
        reference.close();
    }
}

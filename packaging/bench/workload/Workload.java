import io.sioscope.app.capture.CaptureFile;
import io.sioscope.app.capture.Hub;
import io.sioscope.emulator.server.ServerSocket;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.emulator.server.SioServerBuilder;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.client.ClientSocket;
import io.sioscope.protocol.client.SioClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server by the public API that plays the measuring harness's workload: echo, acknowledge, broadcast to a room. */
public final class Workload {
    private static final int REHEARSALS = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Workload() {}

    /** Takes the port, then {@code --capture FILE} to record everything, and {@code --throttle} to lose nothing of it. */
    public static void main(String[] arguments) throws Exception {
        List<String> rest = new ArrayList<>(List.of(arguments));
        boolean rehearse = rest.remove("rehearse");
        boolean throttle = rest.remove("--throttle");
        int option = rest.indexOf("--capture");
        SioServerBuilder builder =
                SioServer.builder().throttle(throttle).setup(io -> io.onConnection(Workload::connected));
        if (option >= 0) {
            capture(builder, Path.of(rest.remove(option + 1)));
            rest.remove(option);
        }
        SioServer server = builder.port(rehearse ? 0 : Integer.parseInt(rest.getFirst())).listen();
        if (rehearse) {
            rehearse(server);
            server.close();
        } else {
            System.out.println("listening on " + server.port());
            Thread.currentThread().join();
        }
    }

    /** Records to a file, and says at the end how much there was and what was lost. */
    private static void capture(SioServerBuilder builder, Path file) throws IOException {
        Hub hub = new Hub(CaptureFile.create(file));
        builder.capture(hub.sink("workload"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            hub.close();
            System.out.println("captured " + hub.metrics());
        }));
    }

    private static void connected(ServerSocket socket) {
        String room = socket.handshake().query().getOrDefault("room", "lobby");
        socket.join(room);
        socket.on("echo", (args, ack) -> socket.emit("echo", args));
        socket.on("ackecho", (args, ack) -> ack.ifPresent(reply -> reply.send(args)));
        socket.on("bcast", (args, ack) -> socket.namespace().to(room).emit("bcast", args));
        socket.on("bin", (args, ack) -> socket.emit("bin", args));
    }

    /** Comes and goes over each transport, several at once, so that the virtual machine can write down what such a server uses. */
    private static void rehearse(SioServer server) {
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < REHEARSALS; i++) {
                Transport[] transports = i % 2 == 0
                        ? new Transport[] {Transport.WEBSOCKET}
                        : new Transport[] {Transport.POLLING, Transport.WEBSOCKET};
                people.execute(() -> comeAndGo(server, transports));
            }
        }
    }

    private static void comeAndGo(SioServer server, Transport[] transports) {
        try (SioClient client = SioClient.builder(server.url().toString()).transports(transports).build()) {
            ClientSocket socket = client.socket("/").connect();
            for (int times = 0; times < 5; times++) {
                socket.emit("echo", times, "text");
                socket.emit("bin", new byte[] {1, 2, 3});
                socket.emit("bcast", times);
                socket.emitWithAck(PATIENCE, "ackecho", times).join();
            }
        }
    }
}

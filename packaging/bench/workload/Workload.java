import io.sioscope.app.capture.CaptureFile;
import io.sioscope.app.capture.Hub;
import io.sioscope.emulator.server.ServerSocket;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.emulator.server.SioServerBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server by the public API that plays the measuring harness's workload: echo, acknowledge, broadcast to a room. */
public final class Workload {
    private Workload() {}

    /** Takes the port, then {@code --capture FILE} to record everything, and {@code --throttle} to lose nothing of it. */
    public static void main(String[] arguments) throws Exception {
        List<String> rest = new ArrayList<>(List.of(arguments));
        boolean throttle = rest.remove("--throttle");
        int option = rest.indexOf("--capture");
        SioServerBuilder builder =
                SioServer.builder().throttle(throttle).setup(io -> io.onConnection(Workload::connected));
        if (option >= 0) {
            capture(builder, Path.of(rest.remove(option + 1)));
            rest.remove(option);
        }
        SioServer server = builder.port(Integer.parseInt(rest.getFirst())).listen();
        System.out.println("listening on " + server.port());
        Thread.currentThread().join();
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
}

import io.sioscope.emulator.server.ServerSocket;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.client.ClientSocket;
import io.sioscope.protocol.client.SioClient;
import java.time.Duration;

/** A server by the public API that plays the measuring harness's workload: echo, acknowledge, broadcast to a room. */
public final class Workload {
    private static final int REHEARSALS = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Workload() {}

    public static void main(String[] arguments) throws Exception {
        boolean rehearse = arguments[0].equals("rehearse");
        int port = rehearse ? 0 : Integer.parseInt(arguments[0]);
        SioServer server = SioServer.builder().port(port).setup(io -> io.of("/").onConnection(Workload::connected)).listen();
        if (rehearse) {
            rehearse(server);
            server.close();
        } else {
            System.out.println("listening on " + server.port());
            Thread.currentThread().join();
        }
    }

    private static void connected(ServerSocket socket) {
        String room = socket.handshake().query().getOrDefault("room", "lobby");
        socket.join(room);
        socket.on("echo", (args, ack) -> socket.emit("echo", args));
        socket.on("ackecho", (args, ack) -> ack.ifPresent(reply -> reply.send(args)));
        socket.on("bcast", (args, ack) -> socket.namespace().to(room).emit("bcast", args));
        socket.on("bin", (args, ack) -> socket.emit("bin", args));
    }

    /** Comes and goes over each transport, so that the virtual machine can write down what such a server uses. */
    private static void rehearse(SioServer server) {
        for (int i = 0; i < REHEARSALS; i++) {
            Transport[] transports = i % 2 == 0
                    ? new Transport[] {Transport.WEBSOCKET}
                    : new Transport[] {Transport.POLLING, Transport.WEBSOCKET};
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
}

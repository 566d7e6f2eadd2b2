import io.sioscope.emulator.server.ServerSocket;
import io.sioscope.emulator.server.SioServer;

/** A server by the public API that plays the measuring harness's workload: echo, acknowledge, broadcast to a room. */
public final class Workload {
    private Workload() {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        SioServer server = SioServer.builder().port(port).setup(io -> io.of("/").onConnection(Workload::connected)).listen();
        System.out.println("listening on " + server.port());
        Thread.currentThread().join();
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

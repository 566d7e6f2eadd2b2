import io.sioscope.protocol.Transport;
import io.sioscope.protocol.client.ClientSocket;
import io.sioscope.protocol.client.SioClient;
import io.sioscope.protocol.net.EventLoops;
import io.sioscope.protocol.socketio.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * This project's client in the client benchmark. Arguments: those of {@link Load}, then "values" or "bytes": whether each
 * event is written from values and its answer read as values, as the other clients do, or both stay the bytes that they are.
 */
public final class OwnClient {
    private OwnClient() {}

    public static void main(String[] arguments) throws Exception {
        Load load = new Load(arguments);
        boolean values = arguments[5].equals("values");
        Arguments written = Arguments.of(payload(0));
        List<SioClient> clients = new ArrayList<>();
        try (EventLoops loops = EventLoops.start(1, "client")) {
            for (int i = 0; i < load.connections(); i++) {
                SioClient client = SioClient.builder(load.url())
                        .transports(Transport.WEBSOCKET)
                        .eventLoops(loops)
                        .build();
                ClientSocket socket = client.socket("/");
                socket.on("echo", (answer, ack) -> {
                    load.heard(values ? answer.value(0).path("n").intValue() : 0);
                    send(socket, values, written, load.next());
                });
                load.connected(socket.connect()::connected);
                for (int times = 0; times < load.window(); times++) {
                    send(socket, values, written, load.next());
                }
                clients.add(client);
            }
            load.measure();
            clients.forEach(SioClient::close);
        }
        System.exit(0);
    }

    private static void send(ClientSocket socket, boolean values, Arguments written, int number) {
        if (values) {
            socket.emit("echo", payload(number));
        } else {
            socket.emit("echo", written);
        }
    }

    private static Map<String, Object> payload(int number) {
        return Map.of("n", number, "text", Load.TEXT, "flag", true, "ratio", 0.25);
    }
}

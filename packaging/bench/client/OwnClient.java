import io.sioscope.protocol.Transport;
import io.sioscope.protocol.client.ClientSocket;
import io.sioscope.protocol.client.SioClient;
import io.sioscope.protocol.net.EventLoops;
import io.sioscope.protocol.socketio.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * This project's client in the client benchmark. Arguments: those of {@link Load}, then "values" or "bytes": whether each
 * event is written from values and its answer read as values, as the other clients do, or both stay the bytes that they are.
 */
public final class OwnClient {
    private OwnClient() {}

    public static void main(String[] arguments) throws Exception {
        Load load = new Load(arguments);
        boolean values = arguments[7].equals("values");
        Arguments written = Arguments.of(payload(load));
        List<SioClient> clients = new ArrayList<>();
        try (EventLoops loops = EventLoops.start(1, "client")) {
            for (int i = 0; i < load.connections(); i++) {
                SioClient client = SioClient.builder(load.url())
                        .transports(Transport.valueOf(load.transport().toUpperCase(Locale.ROOT)))
                        .eventLoops(loops)
                        .build();
                ClientSocket socket = client.socket("/");
                socket.on("echo", (answer, ack) -> {
                    load.heard(values ? answer.value(0).path("n").intValue() : 0);
                    send(socket, values, written, load);
                });
                load.connected(socket.connect()::connected);
                for (int times = 0; times < load.window(); times++) {
                    send(socket, values, written, load);
                }
                clients.add(client);
            }
            load.measure();
            clients.forEach(SioClient::close);
        }
        System.exit(0);
    }

    private static void send(ClientSocket socket, boolean values, Arguments written, Load load) {
        if (values) {
            socket.emit("echo", payload(load));
        } else {
            socket.emit("echo", written);
        }
    }

    private static Map<String, Object> payload(Load load) {
        int number = load.next();
        return load.binary()
                ? Map.of("n", number, "data", new byte[Load.BYTES])
                : Map.of("n", number, "text", Load.TEXT, "flag", true, "ratio", 0.25);
    }
}

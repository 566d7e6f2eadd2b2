import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.json.JSONException;
import org.json.JSONObject;

/** io.socket:socket.io-client in the client benchmark. Arguments: those of {@link Load}. */
public final class OfficialClient {
    private OfficialClient() {}

    public static void main(String[] arguments) throws Exception {
        Load load = new Load(arguments);
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < load.connections(); i++) {
            IO.Options options = new IO.Options();
            options.transports = new String[] {load.transport()};
            options.forceNew = true;
            Socket socket = IO.socket(URI.create(load.url()), options);
            socket.on("echo", answer -> {
                load.heard(((JSONObject) answer[0]).optInt("n"));
                socket.emit("echo", payload(load));
            });
            socket.connect();
            load.connected(socket::connected);
            for (int times = 0; times < load.window(); times++) {
                socket.emit("echo", payload(load));
            }
            sockets.add(socket);
        }
        load.measure();
        sockets.forEach(Socket::disconnect);
        System.exit(0);
    }

    private static JSONObject payload(Load load) {
        try {
            JSONObject payload = new JSONObject().put("n", load.next());
            return load.binary()
                    ? payload.put("data", new byte[Load.BYTES])
                    : payload.put("text", Load.TEXT).put("flag", true).put("ratio", 0.25);
        } catch (JSONException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

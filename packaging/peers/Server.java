import com.corundumstudio.socketio.AckCallback;
import com.corundumstudio.socketio.AckRequest;
import com.corundumstudio.socketio.AuthTokenResult;
import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.SocketIONamespace;
import com.corundumstudio.socketio.SocketIOServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A server of com.corundumstudio.socketio:netty-socketio as a peer: {@code java -cp <jars> Server.java <configuration>}. It
 * speaks with clients of Engine.IO 3 and 4. Its Netty is older than the project's, so it runs in a process of its own.
 *
 * <p>Configuration: namespaces. Says ready {port}, connection {namespace, socket, engine, transport}, event, answer,
 * disconnect; refuses whoever brings auth.token "wrong". It knows events by name alone: "mixed" (a text, a number, an object)
 * and "bin" (bytes) come back and are acknowledged with their arguments; at "ask" it emits "question" and says the answer;
 * "bye" disconnects.
 */
public final class Server {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Server() {}

    public static void main(String[] arguments) throws Exception {
        JsonNode config = JSON.readTree(arguments[0]);
        Configuration configuration = new Configuration();
        configuration.setHostname("127.0.0.1");
        configuration.setPort(freePort());
        SocketIOServer server = new SocketIOServer(configuration);
        listen(server.getNamespace(""));
        for (JsonNode namespace : config.path("namespaces")) {
            listen(server.addNamespace(namespace.asText()));
        }
        server.start();
        say("ready", "port", configuration.getPort());
        System.in.transferTo(PrintStream.nullOutputStream());
        System.exit(0);
    }

    /** The server takes a port, but does not tell which one it was given for 0. */
    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private static void listen(SocketIONamespace namespace) {
        namespace.addAuthTokenListener((auth, client) -> wrong(auth)
                ? new AuthTokenResult(false, Map.of("message", "not authorized", "data", Map.of("need", "token")))
                : AuthTokenResult.AuthTokenResultSuccess);
        namespace.addConnectListener(client -> tell(
                "connection",
                client,
                "engine",
                client.getEngineIOVersion().getValue(),
                "transport",
                client.getTransport().getValue()));
        namespace.addDisconnectListener(client -> tell("disconnect", client));
        namespace.addMultiTypeEventListener(
                "mixed",
                (client, values, ack) -> back("mixed", client, ack, values.getArgs().toArray()),
                String.class,
                Integer.class,
                Map.class);
        namespace.addEventListener("bin", byte[].class, (client, bytes, ack) -> back("bin", client, ack, bytes));
        namespace.addEventListener("ask", String.class, (client, text, ack) -> client.sendEvent("question", new Answer(client), text));
        namespace.addEventListener("bye", Object.class, (client, nothing, ack) -> client.disconnect());
    }

    private static boolean wrong(Object auth) {
        return auth instanceof Map<?, ?> fields && "wrong".equals(fields.get("token"));
    }

    private static void back(String event, SocketIOClient client, AckRequest ack, Object... values) {
        tell("event", client, "event", event);
        client.sendEvent(event, values);
        if (ack.isAckRequested()) {
            ack.sendAckData(values);
        }
    }

    private static final class Answer extends AckCallback<String> {
        private final SocketIOClient client;

        Answer(SocketIOClient client) {
            super(String.class);
            this.client = client;
        }

        @Override
        public void onSuccess(String answer) {
            tell("answer", client, "answer", answer);
        }
    }

    private static void tell(String type, SocketIOClient client, Object... pairs) {
        Object[] more = new Object[pairs.length + 4];
        more[0] = "namespace";
        more[1] = client.getNamespace().getName();
        more[2] = "socket";
        more[3] = client.getSessionId().toString();
        System.arraycopy(pairs, 0, more, 4, pairs.length);
        say(type, more);
    }

    private static void say(String type, Object... pairs) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", type);
        for (int i = 0; i < pairs.length; i += 2) {
            line.put((String) pairs[i], pairs[i + 1]);
        }
        try {
            OUT.println(JSON.writeValueAsString(line));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

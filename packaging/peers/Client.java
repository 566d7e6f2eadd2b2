import io.socket.client.Ack;
import io.socket.client.Manager;
import io.socket.client.Socket;
import io.socket.emitter.Emitter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/**
 * The Java client io.socket:socket.io-client, 1.x or 2.x by the class path, as a peer: {@code java -cp <jars> Client.java
 * <configuration>}. Both generations have the same class names, so each runs in a process of its own.
 *
 * <p>Configuration: url, transports, namespaces, events (the names listened to: 1.x has no listener for all of them), auths
 * (as client.cjs). Says ready, connect, connect-error, event, ack, disconnect; obeys emit, disconnect. An event that asks for
 * an acknowledgement gets its own arguments back.
 */
public final class Client {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final JSONObject config;
    private final Manager manager;
    private final Map<String, Socket> sockets = new ConcurrentHashMap<>();

    private Client(JSONObject config) throws JSONException {
        this.config = config;
        Manager.Options options = new Manager.Options();
        options.transports = strings(config.getJSONArray("transports")).toArray(String[]::new);
        options.reconnection = false;
        this.manager = new Manager(URI.create(config.getString("url")), options);
    }

    public static void main(String[] arguments) throws Exception {
        Client client = new Client(new JSONObject(arguments[0]));
        say(new JSONObject().put("type", "ready"));
        for (String namespace : strings(client.config.getJSONArray("namespaces"))) {
            client.open(namespace);
        }
        client.obey();
        System.exit(0);
    }

    /** Until the test's end of standard input goes away, whatever the reason. */
    private void obey() throws IOException, JSONException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JSONObject command = new JSONObject(line);
            String namespace = command.optString("namespace", "/");
            switch (command.getString("do")) {
                case "emit" -> emit(sockets.get(namespace), command);
                case "disconnect" -> sockets.get(namespace).disconnect();
                default -> say(new JSONObject().put("type", "peer-error").put("line", line));
            }
        }
    }

    private static void emit(Socket socket, JSONObject command) throws JSONException {
        JSONArray given = command.optJSONArray("args");
        Object[] arguments = new Object[given == null ? 0 : given.length()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = revive(given.get(i));
        }
        String event = command.getString("event");
        if (command.optBoolean("ack")) {
            String id = command.optString("id");
            socket.emit(event, arguments, answer -> tell("ack", "id", id, "args", plainAll(answer, answer.length)));
        } else {
            socket.emit(event, arguments);
        }
    }

    private void open(String namespace) throws Exception {
        Manager.Options options = new Manager.Options();
        JSONObject auths = config.optJSONObject("auths");
        if (auths != null && auths.has(namespace)) {
            authenticate(options, auths.getJSONObject(namespace));
        }
        Socket socket = manager.socket(namespace, options);
        sockets.put(namespace, socket);
        socket.on("connect", nothing -> tell("connect", "namespace", namespace, "socket", String.valueOf(socket.id())));
        Emitter.Listener refused = error -> tell("connect-error", "namespace", namespace, "refused", plain(error[0]));
        // 1.x says the one, 2.x the other.
        socket.on("error", refused);
        socket.on("connect_error", refused);
        socket.on("disconnect", reason -> tell("disconnect", "namespace", namespace, "reason", reason[0]));
        for (String event : strings(config.getJSONArray("events"))) {
            socket.on(event, all -> heard(namespace, event, all));
        }
        socket.connect();
    }

    /** As a query in 1.x; as the field {@code auth}, which only 2.x has. */
    private static void authenticate(Manager.Options options, JSONObject auth) throws Exception {
        Map<String, String> pairs = new ConcurrentHashMap<>();
        List<String> query = new ArrayList<>();
        for (Iterator<?> keys = auth.keys(); keys.hasNext(); ) {
            String key = (String) keys.next();
            pairs.put(key, auth.getString(key));
            query.add(key + "=" + java.net.URLEncoder.encode(auth.getString(key), StandardCharsets.UTF_8));
        }
        options.query = String.join("&", query);
        for (Field field : Manager.Options.class.getFields()) {
            if (field.getName().equals("auth")) {
                field.set(options, pairs);
            }
        }
    }

    private static void heard(String namespace, String event, Object[] all) {
        Ack ack = all.length > 0 && all[all.length - 1] instanceof Ack last ? last : null;
        int count = ack == null ? all.length : all.length - 1;
        tell("event", "namespace", namespace, "event", event, "args", plainAll(all, count), "ack", ack != null);
        if (ack != null) {
            ack.call(java.util.Arrays.copyOf(all, count));
        }
    }

    private static void tell(String type, Object... pairs) {
        try {
            JSONObject line = new JSONObject().put("type", type);
            for (int i = 0; i < pairs.length; i += 2) {
                line.put((String) pairs[i], pairs[i + 1]);
            }
            say(line);
        } catch (JSONException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void say(JSONObject line) {
        OUT.println(line);
    }

    private static JSONArray plainAll(Object[] values, int count) {
        JSONArray array = new JSONArray();
        for (int i = 0; i < count; i++) {
            array.put(plain(values[i]));
        }
        return array;
    }

    private static Object plain(Object value) {
        try {
            return switch (value) {
                case byte[] bytes -> new JSONObject().put("$binary", Base64.getEncoder().encodeToString(bytes));
                case JSONArray array -> plainAll(items(array).toArray(), array.length());
                case JSONObject object -> {
                    JSONObject copy = new JSONObject();
                    for (Iterator<?> keys = object.keys(); keys.hasNext(); ) {
                        String key = (String) keys.next();
                        copy.put(key, plain(object.get(key)));
                    }
                    yield copy;
                }
                case Throwable error -> error.toString();
                case null -> JSONObject.NULL;
                default -> value;
            };
        } catch (JSONException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object revive(Object value) throws JSONException {
        if (value instanceof JSONArray array) {
            JSONArray copy = new JSONArray();
            for (Object item : items(array)) {
                copy.put(revive(item));
            }
            return copy;
        }
        if (value instanceof JSONObject object) {
            if (object.has("$binary")) {
                return Base64.getDecoder().decode(object.getString("$binary"));
            }
            JSONObject copy = new JSONObject();
            for (Iterator<?> keys = object.keys(); keys.hasNext(); ) {
                String key = (String) keys.next();
                copy.put(key, revive(object.get(key)));
            }
            return copy;
        }
        return value;
    }

    private static List<Object> items(JSONArray array) throws JSONException {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < array.length(); i++) {
            items.add(array.get(i));
        }
        return items;
    }

    private static List<String> strings(JSONArray array) throws JSONException {
        return items(array).stream().map(String::valueOf).toList();
    }
}

package io.sioscope.app.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The secrets of saved connections as JSON and back, by the connections' ids. Any thread. */
final class SecretsJson {

    private static final String CONNECTIONS = "connections";

    private SecretsJson() {}

    /** Writes the secrets of all connections that have some; what else stood there of theirs goes. */
    static void write(Workspace workspace, ObjectNode root) {
        JsonNode before = root.path(CONNECTIONS);
        ObjectNode all = WorkspaceJson.MAPPER.createObjectNode();
        for (Saved each : workspace.saved()) {
            if (each instanceof Saved.Connection connection) {
                ConnectSecrets secrets = ConnectSecrets.of(connection.spec());
                if (connection.lacksSecrets() && before.has(connection.id())) {
                    all.set(connection.id(), before.get(connection.id()));
                } else if (!secrets.isEmpty() && !connection.lacksSecrets()) {
                    write(secrets, all.putObject(connection.id()));
                }
            }
        }
        root.set(CONNECTIONS, all);
    }

    private static void write(ConnectSecrets secrets, ObjectNode node) {
        node.put("url", secrets.url());
        node.put("auth", secrets.auth());
        secrets.query().forEach(node.putObject("query")::put);
        ArrayNode headers = node.putArray("headers");
        secrets.headers().forEach(headers::add);
    }

    static boolean hasAny(ObjectNode root) {
        return !root.path(CONNECTIONS).isEmpty();
    }

    /** Puts secrets back into the connections that lack them; those without an entry go on lacking them. */
    static Workspace into(Workspace workspace, JsonNode root) {
        Workspace filled = workspace;
        for (int i = 0; i < workspace.saved().size(); i++) {
            if (workspace.saved().get(i) instanceof Saved.Connection(var id, var name, var spec, boolean lacks)
                    && lacks
                    && root.path(CONNECTIONS).path(id).isObject()) {
                ConnectSecrets secrets = read(root.path(CONNECTIONS).path(id));
                filled = filled.restoreSaved(i, new Saved.Connection(id, name, secrets.into(spec), false));
            }
        }
        return filled;
    }

    private static ConnectSecrets read(JsonNode node) {
        Map<String, String> query = new LinkedHashMap<>();
        node.path("query")
                .properties()
                .forEach(entry -> query.put(entry.getKey(), entry.getValue().asText()));
        List<String> headers = new ArrayList<>();
        node.path("headers").forEach(value -> headers.add(value.asText()));
        return new ConnectSecrets(
                node.path("url").asText(""), node.path("auth").asText(""), query, headers);
    }
}

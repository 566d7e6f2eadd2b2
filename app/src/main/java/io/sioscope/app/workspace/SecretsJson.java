package io.sioscope.app.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The secrets of saved connections, hosts and environments as JSON and back, by their ids. Any thread. */
final class SecretsJson {

    private static final String CONNECTIONS = "connections";
    private static final String HOSTS = "hosts";
    private static final String PASSWORD = "password";

    private SecretsJson() {}

    /** Writes the secrets of all that have some; what else stood there of theirs goes. */
    static void write(Workspace workspace, ObjectNode root) {
        JsonNode before = root.path(CONNECTIONS);
        JsonNode hostsBefore = root.path(HOSTS);
        ObjectNode all = WorkspaceJson.MAPPER.createObjectNode();
        ObjectNode hosts = WorkspaceJson.MAPPER.createObjectNode();
        for (Saved each : workspace.saved()) {
            switch (each) {
                case Saved.Connection connection -> write(connection, before, all);
                case Saved.Host host -> write(host, hostsBefore, hosts);
            }
        }
        root.set(CONNECTIONS, all);
        if (!hosts.isEmpty() || root.has(HOSTS)) {
            root.set(HOSTS, hosts);
        }
        EnvironmentsJson.writeValues(workspace.environments(), root);
    }

    private static void write(Saved.Connection connection, JsonNode before, ObjectNode all) {
        ConnectSecrets secrets = ConnectSecrets.of(connection.spec());
        if (connection.lacksSecrets() && before.has(connection.id())) {
            all.set(connection.id(), before.get(connection.id()));
        } else if (!secrets.isEmpty() && !connection.lacksSecrets()) {
            write(secrets, all.putObject(connection.id()));
        }
    }

    private static void write(Saved.Host host, JsonNode before, ObjectNode all) {
        String password = HostSecrets.of(host.spec());
        if (host.lacksSecrets() && before.has(host.id())) {
            all.set(host.id(), before.get(host.id()));
        } else if (!password.isEmpty()) {
            all.putObject(host.id()).put(PASSWORD, password);
        }
    }

    private static void write(ConnectSecrets secrets, ObjectNode node) {
        node.put("url", secrets.url());
        node.put("auth", secrets.auth());
        secrets.query().forEach(node.putObject("query")::put);
        ArrayNode headers = node.putArray("headers");
        secrets.headers().forEach(headers::add);
        if (!secrets.proxy().isEmpty()) {
            node.put("proxy", secrets.proxy());
        }
    }

    static boolean hasAny(ObjectNode root) {
        return !root.path(CONNECTIONS).isEmpty()
                || !root.path(HOSTS).isEmpty()
                || EnvironmentsJson.hasAny(root);
    }

    /** Puts secrets back where they are lacking; what has no entry goes on lacking them. */
    static Workspace into(Workspace workspace, JsonNode root) {
        Workspace filled = workspace.withEnvironments(EnvironmentsJson.into(workspace.environments(), root));
        for (int i = 0; i < workspace.saved().size(); i++) {
            Saved each = workspace.saved().get(i);
            Saved whole =
                    switch (each) {
                        case Saved.Connection connection -> into(connection, root.path(CONNECTIONS));
                        case Saved.Host host -> into(host, root.path(HOSTS));
                    };
            filled = whole.equals(each) ? filled : filled.restoreSaved(i, whole);
        }
        return filled;
    }

    private static Saved into(Saved.Connection lacking, JsonNode all) {
        JsonNode known = all.path(lacking.id());
        return lacking.lacksSecrets() && known.isObject()
                ? new Saved.Connection(lacking.id(), lacking.name(), read(known).into(lacking.spec()), false)
                : lacking;
    }

    private static Saved into(Saved.Host lacking, JsonNode all) {
        JsonNode known = all.path(lacking.id());
        return lacking.lacksSecrets() && known.isObject()
                ? new Saved.Host(
                        lacking.id(),
                        lacking.name(),
                        HostSecrets.into(lacking.spec(), known.path(PASSWORD).asText("")),
                        false)
                : lacking;
    }

    private static ConnectSecrets read(JsonNode node) {
        Map<String, String> query = new LinkedHashMap<>();
        node.path("query")
                .properties()
                .forEach(entry -> query.put(entry.getKey(), entry.getValue().asText()));
        List<String> headers = new ArrayList<>();
        node.path("headers").forEach(value -> headers.add(value.asText()));
        return new ConnectSecrets(
                node.path("url").asText(""), node.path("auth").asText(""), query, headers, node.path("proxy").asText(""));
    }
}

package io.sioscope.app.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sioscope.app.workbench.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Environments as JSON and back: names of variables for the workspace, their values for the secrets. Any thread. */
final class EnvironmentsJson {

    private static final String ALL = "environments";
    private static final String CHOSEN = "environment";

    private EnvironmentsJson() {}

    /** Writes names alone. */
    static void write(Environments environments, ObjectNode root) {
        ArrayNode all = root.putArray(ALL);
        for (Environment each : environments.all()) {
            ArrayNode names = all.addObject().put("id", each.id()).put("name", each.name()).putArray("variables");
            each.values().keySet().forEach(names::add);
        }
        root.put(CHOSEN, environments.chosen());
    }

    /** Reads names alone: whatever has variables lacks their values. */
    static Environments read(JsonNode root) {
        List<Environment> all = new ArrayList<>();
        for (JsonNode each : root.path(ALL)) {
            Map<String, String> names = new LinkedHashMap<>();
            each.path("variables").forEach(name -> names.put(name.asText(), ""));
            names.keySet().removeIf(name -> !Variables.isName(name));
            all.add(new Environment(each.path("id").asText(""), each.path("name").asText(""), names, !names.isEmpty()));
        }
        all.removeIf(each -> each.id().isEmpty() || each.name().isBlank());
        return new Environments(all, root.path(CHOSEN).asText(""));
    }

    /** Writes the values; those that could not be read stay as they are, what else stood there goes. */
    static void writeValues(Environments environments, ObjectNode secrets) {
        JsonNode before = secrets.path(ALL);
        ObjectNode all = WorkspaceJson.MAPPER.createObjectNode();
        for (Environment each : environments.all()) {
            if (each.lacksValues() && before.has(each.id())) {
                all.set(each.id(), before.get(each.id()));
            } else if (!each.lacksValues() && !each.values().isEmpty()) {
                each.values().forEach(all.putObject(each.id())::put);
            }
        }
        if (all.isEmpty()) {
            secrets.remove(ALL);
        } else {
            secrets.set(ALL, all);
        }
    }

    static boolean hasAny(ObjectNode secrets) {
        return !secrets.path(ALL).isEmpty();
    }

    /** Puts values back into the environments that lack them; those without an entry go on lacking them. */
    static Environments into(Environments environments, JsonNode secrets) {
        Environments filled = environments;
        for (Environment each : environments.all()) {
            JsonNode known = secrets.path(ALL).path(each.id());
            if (each.lacksValues() && known.isObject()) {
                Map<String, String> values = new LinkedHashMap<>();
                each.values().keySet().forEach(name -> values.put(name, known.path(name).asText("")));
                filled = filled.with(each.withValues(values));
            }
        }
        return filled;
    }
}

package io.sioscope.app.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What a person saved, as JSON and back. What is not whole is left out. */
final class KeptJson {

    private static final int MOST = 200;

    private KeptJson() {}

    static void write(Kept kept, ObjectNode root) {
        ArrayNode filters = root.putArray("filters");
        kept.filters().forEach(each -> filters.addObject().put("name", each.name()).put("filter", each.filter()));
        ArrayNode connections = root.putArray("connections");
        for (Kept.KeptConnection each : kept.connections()) {
            ObjectNode node = connections.addObject();
            node.put("id", each.id()).put("name", each.name()).put("url", each.url()).put("path", each.path());
            each.namespaces().forEach(node.putArray("namespaces")::add);
            each.transports().forEach(node.putArray("transports")::add);
        }
        ArrayNode hosts = root.putArray("hosts");
        for (Kept.KeptHost each : kept.hosts()) {
            ObjectNode node = hosts.addObject().put("name", each.name());
            each.line().forEach(node.putArray("line")::add);
        }
    }

    static Kept read(JsonNode root) {
        List<Kept.KeptFilter> filters = new ArrayList<>();
        for (JsonNode node : root.path("filters")) {
            if (isFilled(node, "name") && isFilled(node, "filter") && filters.size() < MOST) {
                filters.add(new Kept.KeptFilter(text(node, "name"), text(node, "filter")));
            }
        }
        List<Kept.KeptConnection> connections = new ArrayList<>();
        for (JsonNode node : root.path("connections")) {
            if (isFilled(node, "id") && isFilled(node, "url") && connections.size() < MOST) {
                connections.add(new Kept.KeptConnection(
                        text(node, "id"),
                        text(node, "name"),
                        text(node, "url"),
                        texts(node.path("namespaces")),
                        text(node, "path"),
                        texts(node.path("transports"))));
            }
        }
        List<Kept.KeptHost> hosts = new ArrayList<>();
        for (JsonNode node : root.path("hosts")) {
            if (isFilled(node, "name") && hosts.size() < MOST) {
                hosts.add(new Kept.KeptHost(text(node, "name"), texts(node.path("line"))));
            }
        }
        return new Kept(filters, connections, hosts);
    }

    private static boolean isFilled(JsonNode node, String field) {
        return !text(node, field).isBlank();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> {
            if (each.isTextual()) {
                texts.add(each.textValue());
            }
        });
        return texts;
    }
}

package io.sioscope.app.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The hosts of older files, whose few options all stood on one level. Pure. */
final class OlderHost {

    /** Where an option stood, and the topic and the name under which it stands now. */
    private record Moved(String before, String topic, String now) {}

    private static final List<Moved> MOVED = List.of(
            new Moved("port", "listen", "port"),
            new Moved("bind", "listen", "bind"),
            new Moved("path", "http", "path"),
            new Moved("corsOrigins", "cors", "origins"),
            new Moved("pingInterval", "times", "pingInterval"),
            new Moved("pingTimeout", "times", "pingTimeout"),
            new Moved("maxHttpBufferSize", "limits", "maxHttpBufferSize"),
            new Moved("allowEio3", "protocol", "allowEio3"));

    private OlderHost() {}

    /** The host with its options under their topics; the same node where they are already. */
    static JsonNode byTopic(JsonNode node) {
        if (!node.isObject() || node.has("listen")) {
            return node;
        }
        ObjectNode moved = node.deepCopy();
        for (Moved each : MOVED) {
            JsonNode value = moved.remove(each.before());
            if (value != null) {
                moved.withObjectProperty(each.topic()).set(each.now(), value);
            }
        }
        if (moved.path("namespaces").isArray()) {
            JsonNode granted = moved.remove("namespaces");
            moved.putObject("namespaces").set("granted", granted);
        }
        return moved;
    }
}

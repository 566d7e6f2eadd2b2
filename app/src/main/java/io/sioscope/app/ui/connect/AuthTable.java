package io.sioscope.app.ui.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sioscope.app.workbench.JsonValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The auth object as lines of text values, and as JSON. Pure. */
final class AuthTable {

    private AuthTable() {}

    /** The object that the lines make; empty text where there is no line. */
    static String toJson(List<PairRow> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        rows.forEach(row -> node.put(row.nameProperty().get(), row.valueProperty().get()));
        return node.toString();
    }

    /** The lines of an object whose values are all text; empty where another kind of value would be lost. */
    static Optional<List<Map.Entry<String, String>>> toRows(String json) {
        if (json.isBlank()) {
            return Optional.of(List.of());
        }
        if (!(JsonValues.read(json) instanceof JsonValues.Reading.Read(JsonNode node)) || !node.isObject()) {
            return Optional.empty();
        }
        List<Map.Entry<String, String>> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!entry.getValue().isTextual()) {
                return Optional.empty();
            }
            rows.add(Map.entry(entry.getKey(), entry.getValue().textValue()));
        }
        return Optional.of(rows);
    }
}

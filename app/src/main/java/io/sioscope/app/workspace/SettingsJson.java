package io.sioscope.app.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.core.JsonFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings as JSON text and back. A field that is missing or of the wrong kind has its default. Any thread. */
final class SettingsJson {

    /** The version that is written; a file of a later one is left alone. */
    static final int VERSION = 2;

    private static final int MOST_DEPTH = 16;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .build())
                    .build())
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private SettingsJson() {}

    static String write(Settings settings) throws JsonProcessingException {
        ObjectNode root = object();
        root.put("version", VERSION);
        root.put("theme", settings.theme());
        root.put("language", settings.language());
        root.put("textPercent", settings.appearance().textPercent());
        root.put("motion", settings.appearance().motion());
        ObjectNode window = root.putObject("window");
        window.put("width", settings.width());
        window.put("height", settings.height());
        window.put("maximized", settings.maximized());
        ObjectNode dividers = root.putObject("dividers");
        settings.dividers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> dividers.put(entry.getKey(), entry.getValue()));
        ArrayNode recents = root.putArray("recents");
        for (Recent recent : settings.recents()) {
            recents.addObject()
                    .put("kind", recent.kind().name())
                    .put("target", recent.target())
                    .put("at", recent.atMillis());
        }
        KeptJson.write(settings.kept(), root);
        return text(root);
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String text(ObjectNode root) throws JsonProcessingException {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    /** The file's version, 0 where it has none. */
    static int version(JsonNode root) {
        return root.path("version").asInt(0);
    }

    static JsonNode parse(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    static Settings read(JsonNode root) {
        Settings defaults = Settings.DEFAULTS;
        JsonNode window = root.path("window");
        return new Settings(
                new Appearance(
                        root.path("theme").asText(defaults.theme()),
                        root.path("language").asText(defaults.language()),
                        root.path("textPercent").asInt(Appearance.LEAST_PERCENT),
                        root.path("motion").asBoolean(true)),
                new WindowLayout(
                        window.path("width").asInt(defaults.width()),
                        window.path("height").asInt(defaults.height()),
                        window.path("maximized").asBoolean(defaults.maximized()),
                        dividers(root.path("dividers"))),
                recents(root.path("recents")),
                KeptJson.read(root));
    }

    private static Map<String, Integer> dividers(JsonNode node) {
        Map<String, Integer> dividers = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            if (entry.getValue().canConvertToInt()) {
                dividers.put(entry.getKey(), entry.getValue().asInt());
            }
        });
        return dividers;
    }

    private static List<Recent> recents(JsonNode node) {
        List<Recent> recents = new ArrayList<>();
        for (JsonNode each : node) {
            String target = each.path("target").asText("");
            for (Recent.Kind kind : Recent.Kind.values()) {
                if (kind.name().equals(each.path("kind").asText()) && !target.isEmpty()) {
                    recents.add(new Recent(kind, target, each.path("at").asLong()));
                }
            }
        }
        return recents;
    }
}

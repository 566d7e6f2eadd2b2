package io.sioscope.app.workspace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The workspace as JSON and back, without secrets. A field that is missing or of the wrong kind has its default. Any thread. */
final class WorkspaceJson {

    private static final int MOST_DEPTH = 64;
    private static final String CONNECTION = "connection";
    private static final String HOST = "host";

    /** The kinds of saved things that this program knows; others stay in the file as they are. */
    private static final Set<String> KINDS = Set.of(CONNECTION, HOST);

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private WorkspaceJson() {}

    static JsonNode parse(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    static String text(JsonNode root) throws JsonProcessingException {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    /** Writes into an object, which keeps what it has besides. */
    static void write(Workspace workspace, ObjectNode root) {
        Preferences chosen = workspace.preferences();
        ObjectNode settings = root.withObjectProperty("settings");
        settings.put("theme", lower(chosen.look()));
        settings.put("language", chosen.language());
        settings.put("textSize", chosen.textSize());
        settings.put("motion", lower(chosen.motion()));
        settings.put("recordingMegabytes", chosen.recordingMegabytes());
        settings.put("keepDays", chosen.keepDays());
        Layout layout = workspace.layout();
        ObjectNode window = root.withObjectProperty("window");
        window.put("width", layout.width());
        window.put("height", layout.height());
        window.put("maximized", layout.maximized());
        sorted(layout.dividers()).forEach(root.putObject("dividers")::put);
        sorted(layout.tabs()).forEach(root.putObject("tabs")::put);
        ArrayNode recents = root.putArray("recents");
        workspace.recents().forEach(recent -> recents.addObject()
                .put("kind", recent.kind().name())
                .put("target", recent.target())
                .put("at", recent.atMillis()));
        JsonNode savedBefore = root.path("saved");
        ArrayNode saved = root.putArray("saved");
        workspace.saved().forEach(each -> write(each, saved.addObject()));
        savedBefore.forEach(each -> {
            if (!KINDS.contains(each.path("kind").asText())) {
                saved.add(each);
            }
        });
        ArrayNode filters = root.putArray("filters");
        workspace.filters().forEach(each -> filters.addObject().put("name", each.name()).put("text", each.text()));
        sorted(workspace.offered()).forEach(root.putObject("offered")::put);
        EnvironmentsJson.write(workspace.environments(), root);
    }

    private static <V> Map<String, V> sorted(Map<String, V> map) {
        return new java.util.TreeMap<>(map);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void write(Saved saved, ObjectNode node) {
        node.put("id", saved.id()).put("name", saved.name());
        switch (saved) {
            case Saved.Connection connection -> {
                boolean secrets = connection.lacksSecrets()
                        || !ConnectSecrets.of(connection.spec()).isEmpty();
                node.put("kind", CONNECTION).put("secrets", secrets);
                node.set("spec", SpecJson.of(ConnectSecrets.without(connection.spec())));
            }
            case Saved.Host host -> {
                boolean secrets = host.lacksSecrets() || !HostSecrets.of(host.spec()).isEmpty();
                node.put("kind", HOST).put("secrets", secrets);
                node.set("spec", SpecJson.of(HostSecrets.without(host.spec())));
            }
        }
    }

    static Workspace read(JsonNode root) {
        return new Workspace(
                preferences(root.path("settings")),
                layout(root),
                recents(root.path("recents")),
                saved(root.path("saved")),
                filters(root.path("filters")),
                offered(root.path("offered")),
                EnvironmentsJson.read(root));
    }

    /** What the first version's file of settings held, which had everything on one level. */
    static Workspace readFirst(JsonNode root) {
        Preferences chosen = preferences(root);
        return Workspace.DEFAULTS
                .withPreferences(Preferences.DEFAULTS
                        .withLook(chosen.look())
                        .withLanguage(chosen.language()))
                .withLayout(layout(root))
                .withRecents(recents(root.path("recents")));
    }

    private static Preferences preferences(JsonNode node) {
        Preferences usual = Preferences.DEFAULTS;
        return new Preferences(
                choice(node.path("theme"), Preferences.Look.values(), usual.look()),
                node.path("language").asText(usual.language()),
                node.path("textSize").asInt(usual.textSize()),
                choice(node.path("motion"), Preferences.Motion.values(), usual.motion()),
                node.path("recordingMegabytes").asInt(usual.recordingMegabytes()),
                node.path("keepDays").asInt(usual.keepDays()));
    }

    private static <E extends Enum<E>> E choice(JsonNode node, E[] values, E usual) {
        for (E value : values) {
            if (lower(value).equals(node.asText())) {
                return value;
            }
        }
        return usual;
    }

    private static Layout layout(JsonNode root) {
        Layout usual = Layout.DEFAULTS;
        JsonNode window = root.path("window");
        Map<String, Integer> dividers = new LinkedHashMap<>();
        root.path("dividers").properties().forEach(entry -> {
            if (entry.getValue().canConvertToInt()) {
                dividers.put(entry.getKey(), entry.getValue().asInt());
            }
        });
        Map<String, String> tabs = new LinkedHashMap<>();
        root.path("tabs")
                .properties()
                .forEach(entry -> tabs.put(entry.getKey(), entry.getValue().asText()));
        return new Layout(
                window.path("width").asInt(usual.width()),
                window.path("height").asInt(usual.height()),
                window.path("maximized").asBoolean(usual.maximized()),
                dividers,
                tabs);
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

    /** What has secrets is read as lacking them. */
    private static List<Saved> saved(JsonNode node) {
        List<Saved> saved = new ArrayList<>();
        for (JsonNode each : node) {
            String name = each.path("name").asText("");
            String id = each.path("id").asText("");
            JsonNode spec = each.path("spec");
            switch (each.path("kind").asText()) {
                case CONNECTION ->
                    saved.add(new Saved.Connection(
                            id, name, SpecJson.connection(spec), each.path("secrets").asBoolean(false)));
                case HOST -> 
                    saved.add(new Saved.Host(
                            id, name, SpecJson.host(spec), each.path("secrets").asBoolean(false)));
                default -> {}
            }
        }
        saved.removeIf(each -> each.id().isEmpty() || each.name().isBlank());
        return saved;
    }

    private static List<SavedFilter> filters(JsonNode node) {
        List<SavedFilter> filters = new ArrayList<>();
        node.forEach(each -> filters.add(
                new SavedFilter(each.path("name").asText(""), each.path("text").asText(""))));
        filters.removeIf(each -> each.name().isBlank());
        return filters;
    }

    private static Map<String, Long> offered(JsonNode node) {
        Map<String, Long> offered = new LinkedHashMap<>();
        node.properties().forEach(entry -> offered.put(entry.getKey(), entry.getValue().asLong()));
        return offered;
    }
}

package io.sioscope.app.workspace;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workbench.HostTls;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Specs as JSON and back, by the names of their records' components, so that a new component needs nothing here. What is
 * missing in an older file, or of the wrong kind, has its default. Any thread.
 */
final class SpecJson {

    private static final String KIND = "kind";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .registerSubtypes(Behaviour.class.getPermittedSubclasses())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(Behaviour.class, ByName.class)
            .registerSubtypes(HostTls.class.getPermittedSubclasses())
            .addMixIn(HostTls.class, ByName.class)
            .addModule(new SimpleModule()
                    .addSerializer(Duration.class, new DurationText())
                    .addDeserializer(Duration.class, new TextDuration()))
            .build();

    private static final ConnectSpec USUAL_CONNECTION = ConnectSpec.to("");
    private static final HostSpec USUAL_HOST = HostSpec.on(HostSpec.DEFAULT_PORT, new Behaviour.Echo());

    private SpecJson() {}

    /** One of several records is told from the others by its name. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = KIND)
    private interface ByName {}

    static JsonNode of(ConnectSpec spec) {
        return MAPPER.valueToTree(spec);
    }

    static JsonNode of(HostSpec spec) {
        return MAPPER.valueToTree(spec);
    }

    static ConnectSpec connection(JsonNode node) {
        return read(node, USUAL_CONNECTION, ConnectSpec.class);
    }

    static HostSpec host(JsonNode node) {
        return read(OlderHost.byTopic(node), USUAL_HOST, HostSpec.class);
    }

    /** Takes over one component after the other, also those of components, and leaves out what cannot be read. */
    private static <T> T read(JsonNode node, T usual, Class<T> type) {
        ObjectNode taken = MAPPER.valueToTree(usual);
        take(taken, node, () -> isReadable(taken, type));
        try {
            return MAPPER.treeToValue(taken, type);
        } catch (JsonProcessingException | IllegalArgumentException wrong) {
            return usual;
        }
    }

    private static void take(ObjectNode into, JsonNode node, BooleanSupplier readable) {
        for (String name : into.propertyStream().map(java.util.Map.Entry::getKey).toList()) {
            JsonNode before = into.get(name);
            JsonNode given = node.get(name);
            if (given == null || given.isNull()) {
                continue;
            }
            if (before instanceof ObjectNode group && isGroup(group)) {
                take(group, given, readable);
                continue;
            }
            into.set(name, given);
            if (!readable.getAsBoolean()) {
                into.set(name, before);
            }
        }
    }

    /** A record of its own; what has several forms, or any keys, is taken whole. */
    private static boolean isGroup(ObjectNode node) {
        return !node.isEmpty() && !node.has(KIND);
    }

    private static boolean isReadable(ObjectNode taken, Class<?> type) {
        try {
            MAPPER.treeToValue(taken, type);
            return true;
        } catch (JsonProcessingException | IllegalArgumentException wrong) {
            return false;
        }
    }

    private static final class DurationText extends StdScalarSerializer<Duration> {

        private static final long serialVersionUID = 1;

        DurationText() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toString());
        }
    }

    private static final class TextDuration extends StdScalarDeserializer<Duration> {

        private static final long serialVersionUID = 1;

        TextDuration() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return Duration.parse(parser.getText());
            } catch (DateTimeException wrong) {
                return (Duration) context.handleWeirdStringValue(Duration.class, parser.getText(), "no duration");
            }
        }
    }
}

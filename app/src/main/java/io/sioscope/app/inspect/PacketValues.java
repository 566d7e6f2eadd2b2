package io.sioscope.app.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sioscope.app.capture.Entry;
import io.sioscope.protocol.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The arguments of a captured packet as values, its attachments in their places. Pure; belongs on a worker. */
public final class PacketValues {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(100_000_000)
                            .maxNumberLength(10_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private PacketValues() {}

    /**
     * The values in their order; binary ones are binary nodes.
     *
     * @return empty where the packet's bytes were left out or are no JSON
     */
    public static Optional<List<JsonNode>> of(Entry entry) {
        if (entry.body().omitted()) {
            return Optional.empty();
        }
        try {
            JsonNode list = MAPPER.readTree("[" + entry.body().arguments().utf8() + "]");
            List<JsonNode> values = new ArrayList<>();
            list.forEach(value -> values.add(filled(value, entry.body().attachments())));
            return Optional.of(values);
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }

    private static JsonNode filled(JsonNode value, List<Bytes> attachments) {
        if (value.path("_placeholder").asBoolean(false)) {
            int number = value.path("num").asInt(-1);
            return number >= 0 && number < attachments.size()
                    ? MAPPER.getNodeFactory().binaryNode(attachments.get(number).toArray())
                    : value;
        }
        if (value instanceof ArrayNode list) {
            ArrayNode copy = MAPPER.createArrayNode();
            list.forEach(each -> copy.add(filled(each, attachments)));
            return copy;
        }
        if (value instanceof ObjectNode object) {
            ObjectNode copy = MAPPER.createObjectNode();
            object.properties().forEach(entry -> copy.set(entry.getKey(), filled(entry.getValue(), attachments)));
            return copy;
        }
        return value;
    }

    /** Whether there is a binary value somewhere inside. */
    public static boolean holdsBinary(JsonNode value) {
        if (value.isBinary()) {
            return true;
        }
        for (JsonNode each : value) {
            if (holdsBinary(each)) {
                return true;
            }
        }
        return false;
    }

    /** JSON on many lines. */
    public static String pretty(List<JsonNode> values) {
        ArrayNode list = MAPPER.createArrayNode();
        values.forEach(list::add);
        return list.toPrettyString();
    }
}

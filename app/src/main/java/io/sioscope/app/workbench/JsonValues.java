package io.sioscope.app.workbench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.socketio.ScanLimits;
import java.util.List;

/** Reads JSON that a person typed, strictly and with the digits of its numbers kept. Pure; any thread. */
public final class JsonValues {
    /** The longest text that is read, in characters. */
    public static final int MAX_CHARACTERS = 100_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(ScanLimits.MAX_DEPTH)
                            .maxStringLength(MAX_CHARACTERS)
                            .maxNumberLength(10_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonValues() {}

    /** A value, or what is wrong with the text. */
    public sealed interface Reading {
        /** The text is one JSON value. */
        record Read(JsonNode value) implements Reading {}

        /** The text is not; {@code detail} is the place, as {@code line:column}. */
        record Wrong(String detail) implements Reading {}
    }

    /** Reads exactly one JSON value. Never throws. */
    public static Reading read(String text) {
        if (text.length() > MAX_CHARACTERS) {
            return new Reading.Wrong("1:" + MAX_CHARACTERS);
        }
        try {
            JsonNode node = MAPPER.readTree(text);
            return node == null || node.isMissingNode() ? new Reading.Wrong("1:1") : new Reading.Read(node);
        } catch (JsonProcessingException wrong) {
            var where = wrong.getLocation();
            return new Reading.Wrong(
                    where == null ? "1:1" : Math.max(1, where.getLineNr()) + ":" + Math.max(1, where.getColumnNr()));
        }
    }

    /**
     * The same value with bytes where it has placeholders, as packets have them: {@code {"_placeholder":true,"num":0}}.
     *
     * @param value any; left alone
     * @param attachments what the placeholders' numbers count; one with another number stays as it is
     */
    public static JsonNode filled(JsonNode value, List<Bytes> attachments) {
        if (attachments.isEmpty() || !value.isContainerNode()) {
            return value;
        }
        if (value.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode(value.size());
            value.forEach(item -> list.add(filled(item, attachments)));
            return list;
        }
        int number = value.path("num").asInt(-1);
        boolean placeholder = value.size() == 2 && value.path("_placeholder").asBoolean() && value.path("num").isInt();
        if (placeholder && number >= 0 && number < attachments.size()) {
            return JsonNodeFactory.instance.binaryNode(attachments.get(number).toArray());
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        value.properties().forEach(field -> object.set(field.getKey(), filled(field.getValue(), attachments)));
        return object;
    }
}

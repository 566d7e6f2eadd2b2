package io.sioscope.app.capture.format;

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
import io.sioscope.app.capture.Body;
import io.sioscope.protocol.Bytes;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** JSON of packets, written without blanks. Pure; any thread. */
final class CompactJson {
    /** Reads what any capture may hold; the sizes of files and lines are limited where they are read. */
    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(1_100)
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNumberLength(10_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private CompactJson() {}

    /** A packet's arguments as an array; binary values as {@code {"$binary":"<base64>"}}. */
    static String arguments(Body body) {
        String text = body.arguments().utf8();
        return "[" + (body.attachments().isEmpty() ? compact(text) : withBinary(text, body.attachments())) + "]";
    }

    /** Well-formed JSON text without the blanks between its parts. */
    static String compact(String json) {
        StringBuilder out = new StringBuilder(json.length());
        boolean inString = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inString) {
                out.append(c);
                if (c == '\\' && i + 1 < json.length()) {
                    i++;
                    out.append(json.charAt(i));
                } else if (c == '"') {
                    inString = false;
                }
            } else if (c > ' ') {
                out.append(c);
                inString = c == '"';
            }
        }
        return out.toString();
    }

    private static String withBinary(String json, List<Bytes> attachments) {
        try {
            ArrayNode values = (ArrayNode) MAPPER.readTree("[" + json + "]");
            String array = MAPPER.writeValueAsString(replaced(values, attachments));
            return array.substring(1, array.length() - 1);
        } catch (JsonProcessingException unreadable) {
            return compact(json);
        }
    }

    private static JsonNode replaced(JsonNode node, List<Bytes> attachments) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, replaced(array.get(i), attachments));
            }
        } else if (node instanceof ObjectNode object) {
            int number = object.path("_placeholder").asBoolean(false)
                    ? object.path("num").asInt(-1)
                    : -1;
            if (number >= 0 && number < attachments.size()) {
                return JsonNodeFactory.instance
                        .objectNode()
                        .put("$binary", base64(attachments.get(number)));
            }
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                field.setValue(replaced(field.getValue(), attachments));
            }
        }
        return node;
    }

    static String base64(Bytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.toArray());
    }
}

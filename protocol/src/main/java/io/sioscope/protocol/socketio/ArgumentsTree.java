package io.sioscope.protocol.socketio;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sioscope.protocol.Bytes;
import java.util.List;
import java.util.Map;

/** Reads argument text into trees and puts attachments in the place of their placeholders. */
final class ArgumentsTree {
    /** Two more than the scan's own limit: the array around the arguments, and the packet's. */
    private static final int DEPTH = ScanLimits.MAX_DEPTH + 2;

    /** Numbers keep their digits; sizes are bounded by the packet's, which the network layer has limited already. */
    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNumberLength(Integer.MAX_VALUE)
                            .maxNameLength(Integer.MAX_VALUE)
                            .build())
                    .streamWriteConstraints(
                            StreamWriteConstraints.builder().maxNestingDepth(DEPTH).build())
                    .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            // As JSON.stringify: an emoji is its four bytes, only half of one is escaped.
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private ArgumentsTree() {}

    static JsonNode read(String json) throws JsonProcessingException {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException halfAPairInAName) {
            return MAPPER.readTree(plainSurrogates(json));
        }
    }

    /** The reader refuses escaped halves of surrogate pairs in names, which JavaScript takes; it takes them as they are. */
    private static String plainSurrogates(String json) {
        StringBuilder plain = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c != '\\' || i + 1 == json.length()) {
                plain.append(c);
            } else if (json.charAt(i + 1) == 'u' && isSurrogate(json, i + 2)) {
                plain.append((char) Integer.parseInt(json, i + 2, i + 6, 16));
                i += 5;
            } else {
                plain.append(c).append(json.charAt(i + 1));
                i++;
            }
        }
        return plain.toString();
    }

    private static boolean isSurrogate(String json, int at) {
        return at + 4 <= json.length()
                && Character.isSurrogate((char) Integer.parseInt(json, at, at + 4, 16));
    }

    /** The node with every placeholder replaced; the node itself where there is nothing to replace. */
    static JsonNode withAttachments(JsonNode node, List<Bytes> attachments) {
        if (attachments.isEmpty() || !node.isContainerNode()) {
            return node;
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, withAttachments(array.get(i), attachments));
            }
            return array;
        }
        ObjectNode object = (ObjectNode) node;
        if (object.path("_placeholder").isBoolean() && object.path("_placeholder").booleanValue()) {
            int index = object.path("num").asInt(-1);
            return index >= 0 && index < attachments.size()
                    ? BinaryNode.valueOf(attachments.get(index).toArray())
                    : object;
        }
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            field.setValue(withAttachments(field.getValue(), attachments));
        }
        return object;
    }
}

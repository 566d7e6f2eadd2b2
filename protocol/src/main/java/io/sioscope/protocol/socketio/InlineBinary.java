package io.sioscope.protocol.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Binary values where there can be no attachments: the payload of CONNECT and CONNECT_ERROR. The reference makes only events and
 * acknowledgements binary (socket.io-parser 4.2.7, Encoder.encode) and leaves the rest to {@code JSON.stringify}, which writes a
 * Node buffer as {@code {"type":"Buffer","data":[1,2]}}. Pure.
 */
final class InlineBinary {
    private InlineBinary() {}

    /** The same values without attachments; the arguments themselves where they have none. */
    static JsonArguments of(JsonArguments arguments) {
        return arguments.attachments().isEmpty()
                ? arguments
                : ArgumentsWriter.write(arguments.values().stream().map(InlineBinary::inlined).toArray());
    }

    private static JsonNode inlined(JsonNode node) {
        if (node instanceof BinaryNode binary) {
            return buffer(binary);
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, inlined(array.get(i)));
            }
        } else if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                field.setValue(inlined(field.getValue()));
            }
        }
        return node;
    }

    private static JsonNode buffer(BinaryNode binary) {
        ObjectNode buffer = JsonNodeFactory.instance.objectNode().put("type", "Buffer");
        ArrayNode data = buffer.putArray("data");
        for (byte octet : binary.binaryValue()) {
            data.add(octet & 0xff);
        }
        return buffer;
    }
}

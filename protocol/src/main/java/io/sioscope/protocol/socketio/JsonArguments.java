package io.sioscope.protocol.socketio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.sioscope.protocol.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Arguments as the JSON text of the wire: values joined by commas, without the brackets around them.
 *
 * @param json the text, checked by the scan; binary values stand in it as placeholders
 * @param attachments the binary values, by placeholder number
 * @param inOrder whether the placeholders are numbered 0, 1, 2… as they appear, each once, so that the text may be sent
 *     again as it is
 */
public record JsonArguments(Bytes json, List<Bytes> attachments, boolean inOrder) implements Arguments {
    static final JsonArguments EMPTY = new JsonArguments(Bytes.EMPTY, List.of(), true);

    /** Keeps a copy of the list. */
    public JsonArguments {
        attachments = List.copyOf(attachments);
    }

    /** Text without binary values. */
    public static JsonArguments text(Bytes json) {
        return json.isEmpty() ? EMPTY : new JsonArguments(json, List.of(), true);
    }

    @Override
    public List<JsonNode> values() {
        if (json.isEmpty()) {
            return List.of();
        }
        try {
            JsonNode array = ArgumentsTree.read("[" + json.utf8() + "]");
            List<JsonNode> values = new ArrayList<>(array.size());
            array.forEach(node -> values.add(ArgumentsTree.withAttachments(node, attachments)));
            return List.copyOf(values);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("text that the scan accepted must be readable", unreadable);
        }
    }

    /** These and one more text. */
    JsonArguments plus(String text) {
        StringBuilder more = new StringBuilder(text.length() + 3);
        if (!json.isEmpty()) {
            more.append(',');
        }
        JsonText.quote(text, more);
        byte[] tail = more.toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[json.length() + tail.length];
        json.copyTo(0, all, 0, json.length());
        System.arraycopy(tail, 0, all, json.length(), tail.length);
        return new JsonArguments(Bytes.wrap(all), attachments, inOrder);
    }

    @Override
    public int count() {
        return values().size();
    }

    @Override
    public JsonNode value(int index) {
        if (index == 0 && endsItself()) {
            return first();
        }
        List<JsonNode> all = values();
        return index >= 0 && index < all.size() ? all.get(index) : MissingNode.getInstance();
    }

    /** Whether the first value has an end of its own; a bare number or word ends with what follows it. */
    private boolean endsItself() {
        return !json.isEmpty() && (json.at(0) == '{' || json.at(0) == '[' || json.at(0) == '"');
    }

    /** A reader stops where the first value ends, so that the others cost nothing. */
    private JsonNode first() {
        try {
            return ArgumentsTree.withAttachments(ArgumentsTree.read(json.utf8()), attachments);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("text that the scan accepted must be readable", unreadable);
        }
    }
}

package io.sioscope.app.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;

/** The start of a value on one line; stops writing as soon as there is enough. Pure. */
final class ShortJson {

    private final StringBuilder out = new StringBuilder();
    private final int most;

    private ShortJson(int most) {
        this.most = most;
    }

    /** At most so many characters, with an ellipsis where there is more. */
    static String of(JsonNode value, int most) {
        ShortJson made = new ShortJson(most);
        made.write(value);
        if (made.out.length() <= most) {
            return made.out.toString();
        }
        int end = Character.isHighSurrogate(made.out.charAt(most - 1)) ? most - 1 : most;
        return made.out.substring(0, end) + "…";
    }

    private boolean full() {
        return out.length() > most;
    }

    private void write(JsonNode value) {
        if (value.isObject()) {
            out.append('{');
            Iterator<Map.Entry<String, JsonNode>> fields = value.properties().iterator();
            while (fields.hasNext() && !full()) {
                Map.Entry<String, JsonNode> field = fields.next();
                text(field.getKey());
                out.append(':');
                write(field.getValue());
                out.append(fields.hasNext() ? "," : "");
            }
            out.append('}');
        } else if (value.isArray()) {
            out.append('[');
            Iterator<JsonNode> items = value.iterator();
            while (items.hasNext() && !full()) {
                write(items.next());
                out.append(items.hasNext() ? "," : "");
            }
            out.append(']');
        } else if (value.isBinary()) {
            binary(value);
        } else if (value.isTextual()) {
            text(value.textValue());
        } else {
            out.append(value.asText());
        }
    }

    private void binary(JsonNode value) {
        try {
            Bytes bytes = Bytes.wrap(value.binaryValue());
            out.append('‹').append(bytes.length()).append(" B ").append(HexLines.start(bytes, 16)).append('›');
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private void text(String text) {
        String start = text.length() <= most ? text : text.substring(0, most);
        out.append('"');
        for (int i = 0; i < start.length(); i++) {
            char c = start.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> out.append(c);
            }
        }
        out.append(text.length() <= most ? "\"" : "…");
    }
}

package io.sioscope.app.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.StringJoiner;

/** A captured event as a line of JavaScript that sends it again. Pure. */
public final class JavaScript {

    private static final int MOST_LISTED = 32;

    private JavaScript() {}

    /**
     * {@code socket.emit("save", {…});}, with a callback where an acknowledgement is asked.
     *
     * @param event its name
     * @param values its arguments; binary nodes become typed arrays
     * @param acknowledged whether it asked for an acknowledgement
     */
    public static String emit(String event, List<JsonNode> values, boolean acknowledged) {
        StringJoiner call = new StringJoiner(", ", "socket.emit(", ");");
        call.add(text(event));
        values.forEach(value -> call.add(value(value)));
        if (acknowledged) {
            call.add("(...answer) => console.log(answer)");
        }
        return call.toString();
    }

    /** One value. */
    static String value(JsonNode value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(JsonNode value, StringBuilder out) {
        if (value.isBinary()) {
            out.append(binary(value));
        } else if (value.isArray()) {
            out.append('[');
            Iterator<JsonNode> each = value.iterator();
            while (each.hasNext()) {
                write(each.next(), out);
                out.append(each.hasNext() ? ", " : "");
            }
            out.append(']');
        } else if (value.isObject()) {
            object(value, out);
        } else {
            out.append(value.isTextual() ? text(value.textValue()) : value.toString());
        }
    }

    private static void object(JsonNode value, StringBuilder out) {
        StringJoiner members = new StringJoiner(", ", "{ ", " }");
        members.setEmptyValue("{}");
        value.properties().forEach(member -> members.add(name(member.getKey()) + ": " + value(member.getValue())));
        out.append(members);
    }

    /** In brackets {@code __proto__} is a name like any other; without them it would set the prototype. */
    private static String name(String key) {
        if (key.equals("__proto__")) {
            return "[\"__proto__\"]";
        }
        return key.matches("[A-Za-z_$][A-Za-z0-9_$]*") ? key : text(key);
    }

    /** Also safe between the tags of a page. */
    private static String text(String text) {
        return TextNode.valueOf(text).toString().replace("</", "<\\/").replace("<!--", "<\\!--");
    }

    private static String binary(JsonNode value) {
        try {
            byte[] bytes = value.binaryValue();
            if (bytes.length > MOST_LISTED) {
                return "Uint8Array.from(atob(\"" + Base64.getEncoder().encodeToString(bytes)
                        + "\"), (c) => c.charCodeAt(0))";
            }
            StringJoiner listed = new StringJoiner(", ", "new Uint8Array([", "])");
            for (byte each : bytes) {
                listed.add(Integer.toString(each & 0xff));
            }
            return listed.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

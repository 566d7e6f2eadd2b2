package io.sioscope.app.inspect;

import io.sioscope.protocol.Bytes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Events as the JavaScript of a client: what it sends as {@code socket.emit(…)}, what it gets as {@code socket.on(…)} with the
 * values in comments. The text is safe to paste: a key {@code __proto__} stays a key, {@code </script>} ends no script, line
 * separators and lone surrogates are escaped. Pure; any thread.
 */
public final class JavaScript {

    /** A call that is longer than this has its values in lines. */
    private static final int LINE = 100;
    /** A value in a comment is cut at this many characters. */
    private static final int COMMENT = 500;

    private JavaScript() {}

    /**
     * An event that a client sends.
     *
     * @param event what is sent
     * @param asks whether an acknowledgement is asked for
     * @param answer what it was, if it is known
     * @return one statement
     */
    public static String emit(EventParts event, boolean asks, @Nullable EventParts answer) {
        String name = quoted(event.event());
        String flat = call(name, event, false);
        StringBuilder out = new StringBuilder(flat.length() <= LINE ? flat : call(name, event, true));
        if (asks) {
            out.append(", (").append(names("answer", answer == null ? 1 : answer.parts().size())).append(") => {\n");
            if (answer != null) {
                comments(out, "answer", answer);
            }
            out.append("}");
        }
        return out.append(");").toString();
    }

    private static String call(String name, EventParts event, boolean inLines) {
        StringBuilder out = new StringBuilder("socket.emit(").append(name);
        for (EventParts.Part part : event.parts()) {
            String json = inLines ? JsonText.pretty(part.json()) : part.json();
            out.append(", ").append(value(json, part.attachments()));
        }
        return out.toString();
    }

    /**
     * An event that a client gets.
     *
     * @param event what arrives
     * @param asks whether an acknowledgement is asked for
     * @param answer what it was, if it is known
     * @return one statement
     */
    public static String on(EventParts event, boolean asks, @Nullable EventParts answer) {
        StringJoiner parameters = new StringJoiner(", ");
        if (!event.parts().isEmpty()) {
            parameters.add(names("value", event.parts().size()));
        }
        if (asks) {
            parameters.add("callback");
        }
        StringBuilder out = new StringBuilder("socket.on(").append(quoted(event.event())).append(", (");
        out.append(parameters).append(") => {\n");
        comments(out, "value", event);
        if (asks) {
            StringJoiner values = new StringJoiner(", ");
            if (answer != null) {
                answer.parts().forEach(part -> values.add(value(part.json(), part.attachments())));
            }
            out.append("  callback(").append(values).append(");\n");
        }
        return out.append("});").toString();
    }

    private static String names(String stem, int count) {
        if (count == 1) {
            return stem;
        }
        StringJoiner names = new StringJoiner(", ");
        for (int i = 1; i <= count; i++) {
            names.add(stem + i);
        }
        return names.toString();
    }

    /** A line comment ends with the line: what could end one is escaped by {@link #value}. */
    private static void comments(StringBuilder out, String stem, EventParts event) {
        for (int i = 0; i < event.parts().size(); i++) {
            EventParts.Part part = event.parts().get(i);
            String name = event.parts().size() == 1 ? stem : stem + (i + 1);
            String start = JsonText.compact(part.json().substring(0, Math.min(part.json().length(), COMMENT * 4)));
            String shown = part.binary().map(JavaScript::brief).orElseGet(() -> value(start, List.of()));
            out.append("  // ").append(name).append(" = ");
            out.append(shown.length() <= COMMENT ? shown : shown.substring(0, COMMENT) + "…").append('\n');
        }
    }

    private static String brief(Bytes bytes) {
        return "Uint8Array(" + bytes.length() + ") " + HexLines.start(bytes, 16);
    }

    /**
     * A JSON value as an expression.
     *
     * @param json its text
     * @param attachments what the placeholders in it stand for
     * @return the same value in JavaScript
     */
    static String value(String json, List<Bytes> attachments) {
        StringBuilder out = new StringBuilder(json.length() + 16);
        Matcher placeholder = EventParts.PLACEHOLDER.matcher(json);
        for (int at = 0; at < json.length(); ) {
            int end = JsonText.endOfToken(json, at);
            char c = json.charAt(at);
            Optional<Bytes> binary = c == '{' && placeholder.region(at, json.length()).lookingAt()
                    ? EventParts.attachment(placeholder, attachments)
                    : Optional.empty();
            if (binary.isPresent()) {
                array(out, binary.get());
                end = placeholder.end();
            } else if (c == '"') {
                string(out, json, at, end);
            } else {
                out.append(json, at, end);
                if (c == ',' && end < json.length() && json.charAt(end) != '\n' || c == ':' && end < json.length() && json.charAt(end) != ' ') {
                    out.append(' ');
                }
            }
            at = end;
        }
        return out.toString();
    }

    private static void array(StringBuilder out, Bytes bytes) {
        out.append("new Uint8Array([");
        for (int i = 0; i < bytes.length(); i++) {
            out.append(i == 0 ? "" : ", ").append(bytes.at(i) & 0xff);
        }
        out.append("])");
    }

    private static void string(StringBuilder out, String json, int from, int to) {
        int next = JsonText.skipBlanks(json, to);
        boolean key = next < json.length() && json.charAt(next) == ':';
        boolean prototype = key && meansPrototype(json.substring(from, to));
        out.append(prototype ? "[" : "");
        safe(out, json, from, to);
        out.append(prototype ? "]" : "");
    }

    /** Such a key would set the object's prototype, also where it is written with escapes. */
    private static boolean meansPrototype(String quoted) {
        if (quoted.indexOf('\\') < 0) {
            return quoted.equals("\"__proto__\"");
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1 && plain.length() < 16; i++) {
            boolean escape = quoted.startsWith("\\u", i) && i + 6 <= quoted.length();
            if (!escape) {
                plain.append(quoted.charAt(i));
            } else {
                int digit = hex(quoted.substring(i + 2, i + 6));
                plain.append((char) digit);
                i += 5;
            }
        }
        return plain.toString().equals("__proto__");
    }

    private static int hex(String digits) {
        return digits.matches("[0-9a-fA-F]{4}") ? Integer.parseInt(digits, 16) : 0;
    }

    private static void safe(StringBuilder out, String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean tag = c == '<' && i + 1 < to && "/!".indexOf(text.charAt(i + 1)) >= 0;
            boolean pair = Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                out.append(c).append(text.charAt(++i));
            } else if (tag || c == '\u2028' || c == '\u2029' || c < ' ' || Character.isSurrogate(c)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
    }

    private static String quoted(String plain) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            json.append(c == '"' || c == '\\' ? "\\" : "").append(c);
        }
        StringBuilder out = new StringBuilder();
        safe(out, json.append('"').toString(), 0, json.length());
        return out.toString();
    }
}

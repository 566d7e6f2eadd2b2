package io.sioscope.app.snippet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the literals of JavaScript in a source text. A name becomes a variable, {@code {{token}}} for {@code process.env.token};
 * what is computed is passed over and written down. One thread; never throws on what it reads.
 */
final class JsValues {
    private static final int MAX_DEPTH = 60;
    private static final Pattern NUMBER = Pattern.compile("-?(\\d[\\d_]*(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\??\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");
    private static final Pattern HOLE = Pattern.compile("\\$\\{\\s*([\\p{L}_$][\\p{L}\\p{N}_$.?]*)\\s*}");

    private final String text;
    private final Map<String, String> constants;
    private final List<String> leftOut;
    private int at;

    /** Reads from {@code at}; {@code constants} are texts that names stand for. */
    JsValues(String text, int at, Map<String, String> constants, List<String> leftOut) {
        this.text = text;
        this.at = at;
        this.constants = constants;
        this.leftOut = leftOut;
    }

    /** Whether the next thing is this character, which is then passed. */
    boolean take(char wanted) {
        blanks();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private char peek() {
        blanks();
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void blanks() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("//", at)) {
                at = end(text.indexOf('\n', at));
            } else if (text.startsWith("/*", at)) {
                int close = text.indexOf("*/", at + 2);
                at = close < 0 ? text.length() : close + 2;
            } else {
                return;
            }
        }
    }

    private int end(int found) {
        return found < 0 ? text.length() : found;
    }

    /** The value that stands next; {@code where} names it if it has to be left out, and then it is missing. */
    JsonNode value(String where) {
        return value(where, 0);
    }

    private JsonNode value(String where, int depth) {
        int from = at;
        JsonNode value = depth > MAX_DEPTH ? JsonNodeFactory.instance.missingNode() : literal(where, depth);
        char next = peek();
        if (!value.isMissingNode() && (next == ',' || next == '}' || next == ']' || next == ')' || next == ';' || next == '\0')) {
            return value;
        }
        passOver();
        String source = text.substring(Math.min(from, at), at).strip();
        leftOut.add(where.isEmpty() ? source : where + ": " + source);
        return JsonNodeFactory.instance.missingNode();
    }

    private JsonNode literal(String where, int depth) {
        char c = peek();
        if (c == '"' || c == '\'' || c == '`') {
            return string(c);
        }
        if (c == '{') {
            return object(where, depth);
        }
        if (c == '[') {
            return array(where, depth);
        }
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (number.lookingAt()) {
            at = number.end();
            return DecimalNode.valueOf(new BigDecimal(number.group().replace("_", "")));
        }
        Matcher name = NAME.matcher(text).region(at, text.length());
        if (name.lookingAt()) {
            at = name.end();
            return named(name.group());
        }
        return JsonNodeFactory.instance.missingNode();
    }

    private JsonNode named(String name) {
        return switch (name) {
            case "true" -> JsonNodeFactory.instance.booleanNode(true);
            case "false" -> JsonNodeFactory.instance.booleanNode(false);
            case "null" -> JsonNodeFactory.instance.nullNode();
            case "undefined", "async", "function", "new", "await", "typeof" -> JsonNodeFactory.instance.missingNode();
            case "Infinity" -> JsonNodeFactory.instance.numberNode(Double.POSITIVE_INFINITY);
            default -> TextNode.valueOf(constants.getOrDefault(name, variable(name)));
        };
    }

    private static String variable(String name) {
        return "{{" + name.substring(name.lastIndexOf('.') + 1) + "}}";
    }

    private JsonNode string(char quote) {
        StringBuilder out = new StringBuilder();
        at = JavaScriptText.unescape(text, at + 1, quote, out);
        String read = out.toString();
        return TextNode.valueOf(
                quote == '`'
                        ? HOLE.matcher(read).replaceAll(hole -> Matcher.quoteReplacement(
                                constants.getOrDefault(hole.group(1), variable(hole.group(1)))))
                        : read);
    }

    private JsonNode array(String where, int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        at++;
        while (peek() != ']' && peek() != '\0') {
            JsonNode element = value(where, depth + 1);
            if (!element.isMissingNode()) {
                array.add(element);
            }
            take(',');
        }
        take(']');
        return array;
    }

    private JsonNode object(String where, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        at++;
        while (peek() != '}' && peek() != '\0') {
            int before = at;
            field(object, where, depth);
            take(',');
            if (at == before) {
                at++;
            }
        }
        take('}');
        return object;
    }

    private void field(ObjectNode object, String where, int depth) {
        int from = at;
        char c = peek();
        String name;
        if (c == '"' || c == '\'') {
            name = string(c).textValue();
        } else {
            Matcher plain = NAME.matcher(text).region(at, text.length());
            if (!plain.lookingAt()) {
                passOver();
                leftOut.add((where.isEmpty() ? "" : where + ": ") + text.substring(from, at).strip());
                return;
            }
            name = plain.group();
            at = plain.end();
        }
        String path = where.isEmpty() ? name : where + "." + name;
        JsonNode value = take(':') ? value(path, depth + 1) : shorthand(name, path);
        if (!value.isMissingNode()) {
            object.set(name, value);
        }
    }

    /** A field that is named like its value, or a method, which is passed over. */
    private JsonNode shorthand(String name, String path) {
        if (peek() == ',' || peek() == '}') {
            return named(name);
        }
        int from = at;
        passOver();
        leftOut.add(path + text.substring(from, at).strip());
        return JsonNodeFactory.instance.missingNode();
    }

    /** Passes what is no literal, up to the comma or the bracket behind it. */
    private void passOver() {
        int depth = 0;
        while (peek() != '\0') {
            char c = text.charAt(at);
            if (depth == 0 && (c == ',' || c == '}' || c == ']' || c == ')' || c == ';')) {
                return;
            }
            if (c == '"' || c == '\'' || c == '`') {
                at = JavaScriptText.unescape(text, at + 1, c, new StringBuilder());
                continue;
            }
            depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
            at++;
        }
    }
}

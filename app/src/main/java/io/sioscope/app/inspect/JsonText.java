package io.sioscope.app.inspect;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays JSON out anew without reading it into values: every token keeps its characters, so that no digit and no escape is lost.
 * Takes what is not JSON as it comes. Pure; any thread; costs as much as the text is long.
 */
public final class JsonText {

    private static final int DEEPEST_INDENT = 40;

    private JsonText() {}

    /**
     * In lines of two blanks a level. The indent stops growing at forty levels, so that a hostile nesting stays small.
     *
     * @param json one value, or several joined by commas
     * @return the same tokens
     */
    public static String pretty(String json) {
        StringBuilder out = new StringBuilder(json.length() + json.length() / 4);
        int depth = 0;
        for (int at = 0; at < json.length(); ) {
            char c = json.charAt(at);
            switch (c) {
                case '{', '[' -> {
                    int next = skipBlanks(json, at + 1);
                    boolean empty = next < json.length() && json.charAt(next) == (c == '{' ? '}' : ']');
                    out.append(c);
                    if (empty) {
                        out.append(json.charAt(next));
                        at = next;
                    } else {
                        line(out, ++depth);
                    }
                    at++;
                }
                case '}', ']' -> {
                    depth = Math.max(0, depth - 1);
                    line(out, depth);
                    out.append(c);
                    at++;
                }
                case ',' -> {
                    line(out.append(c), depth);
                    at++;
                }
                case ':' -> {
                    out.append(": ");
                    at++;
                }
                default -> at = copyToken(json, at, out);
            }
        }
        return out.toString();
    }

    /**
     * On one line, without blanks.
     *
     * @param json one value, or several joined by commas
     * @return the same tokens
     */
    public static String compact(String json) {
        StringBuilder out = new StringBuilder(json.length());
        for (int at = 0; at < json.length(); ) {
            at = copyToken(json, at, out);
        }
        return out.toString();
    }

    /**
     * What a text is made of, for its colours; the text itself is left alone.
     *
     * @param json need not be well-formed
     * @return runs from its start to its end without holes
     */
    public static List<PrettyJson.Span> tokens(String json) {
        List<PrettyJson.Span> spans = new ArrayList<>();
        for (int at = 0; at < json.length(); ) {
            int end = endOfToken(json, at);
            add(spans, end - at, tokenAt(json, at, end));
            at = end;
        }
        return spans;
    }

    private static void add(List<PrettyJson.Span> spans, int length, PrettyJson.Token token) {
        if (!spans.isEmpty() && spans.getLast().token() == token) {
            spans.set(spans.size() - 1, new PrettyJson.Span(spans.getLast().length() + length, token));
        } else {
            spans.add(new PrettyJson.Span(length, token));
        }
    }

    private static PrettyJson.Token tokenAt(String json, int from, int to) {
        char c = json.charAt(from);
        if (c == '"') {
            int next = skipBlanks(json, to);
            boolean key = next < json.length() && json.charAt(next) == ':';
            return key ? PrettyJson.Token.KEY : PrettyJson.Token.TEXT;
        }
        if ("{}[],: \n\r\t".indexOf(c) >= 0) {
            return PrettyJson.Token.PUNCTUATION;
        }
        return c >= '0' && c <= '9' || c == '-' ? PrettyJson.Token.NUMBER : PrettyJson.Token.LITERAL;
    }

    /** Copies a token; blanks between tokens are passed over. */
    private static int copyToken(String json, int at, StringBuilder out) {
        int end = endOfToken(json, at);
        if (!isBlank(json.charAt(at))) {
            out.append(json, at, end);
        }
        return end;
    }

    static int endOfToken(String json, int at) {
        char c = json.charAt(at);
        if (c == '"') {
            return endOfString(json, at);
        }
        if (isBlank(c)) {
            return skipBlanks(json, at);
        }
        if ("{}[],:".indexOf(c) >= 0) {
            return at + 1;
        }
        int end = at + 1;
        while (end < json.length() && "{}[],:\" \n\r\t".indexOf(json.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Behind the closing quote, or at the text's end. */
    static int endOfString(String json, int at) {
        int end = at + 1;
        while (end < json.length() && json.charAt(end) != '"') {
            end += json.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, json.length());
    }

    static int skipBlanks(String json, int from) {
        int at = from;
        while (at < json.length() && isBlank(json.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private static void line(StringBuilder out, int depth) {
        out.append('\n').repeat("  ", Math.min(depth, DEEPEST_INDENT));
    }
}

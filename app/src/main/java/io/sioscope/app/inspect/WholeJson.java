package io.sioscope.app.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * JSON of any length as lines that are made when they are asked for: a table of where each line begins, six bytes a line, and no
 * second copy of the text. Building it is work for a worker; a line costs as much as it is long, at most {@value #LONGEST}
 * characters. Safe on any thread.
 */
public final class WholeJson {

    /** A line is cut at this many characters. */
    static final int LONGEST = 2_000;

    private static final int DEEPEST_INDENT = 40;
    private static final int FIRST = 1_024;

    private final String json;
    private int[] starts = new int[FIRST];
    private byte[] depths = new byte[FIRST];
    private int count;

    private WholeJson(String json) {
        this.json = json;
    }

    /**
     * A line.
     *
     * @param text indented, on one line
     * @param spans its tokens, from its start to its end without holes
     */
    public record Line(String text, List<PrettyJson.Span> spans) {
        /** Keeps a copy of the list. */
        public Line {
            spans = List.copyOf(spans);
        }
    }

    /**
     * Looks where lines begin.
     *
     * @param json one value; what is not JSON stands there as it is
     * @return its lines
     */
    public static WholeJson of(String json) {
        WholeJson whole = new WholeJson(json);
        whole.scan();
        return whole;
    }

    private void scan() {
        int depth = 0;
        begin(JsonText.skipBlanks(json, 0), 0);
        for (int at = JsonText.skipBlanks(json, 0); at < json.length(); ) {
            char c = json.charAt(at);
            int end = JsonText.endOfToken(json, at);
            int next = JsonText.skipBlanks(json, end);
            if (c == '{' || c == '[') {
                boolean empty = next < json.length() && json.charAt(next) == (c == '{' ? '}' : ']');
                if (empty) {
                    next = JsonText.skipBlanks(json, next + 1);
                } else {
                    begin(next, ++depth);
                }
            } else if (c == ',') {
                begin(next, depth);
            }
            boolean closes = next < json.length() && (json.charAt(next) == '}' || json.charAt(next) == ']');
            if (closes && c != ',') {
                depth = Math.max(0, depth - 1);
                begin(next, depth);
            }
            at = next;
        }
    }

    private void begin(int at, int depth) {
        if (at >= json.length() || count > 0 && starts[count - 1] == at) {
            return;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            depths = Arrays.copyOf(depths, count * 2);
        }
        starts[count] = at;
        depths[count++] = (byte) Math.min(depth, DEEPEST_INDENT);
    }

    /** How many lines there are. */
    public int count() {
        return count;
    }

    /**
     * One line.
     *
     * @param index 0 ≤ index &lt; {@link #count()}
     */
    public Line line(int index) {
        int end = index + 1 < count ? starts[index + 1] : json.length();
        int most = Math.min(end, starts[index] + LONGEST);
        StringBuilder text = new StringBuilder("  ".repeat(depths[index]));
        for (int at = starts[index]; at < most; ) {
            int to = Math.min(most, JsonText.endOfToken(json, at));
            boolean blank = " \n\r\t".indexOf(json.charAt(at)) >= 0;
            text.append(json, at, blank ? at : to).append(json.charAt(at) == ':' ? " " : "");
            at = to;
        }
        List<PrettyJson.Span> spans = new ArrayList<>(JsonText.tokens(text.toString()));
        if (most < end) {
            text.append('…');
            spans.add(new PrettyJson.Span(1, PrettyJson.Token.CUT));
        }
        return new Line(text.toString(), spans);
    }
}

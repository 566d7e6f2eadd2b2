package io.sioscope.app.inspect;

import io.sioscope.protocol.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON laid out in lines of two blanks a level, with the kinds of its tokens.
 *
 * @param text the lines
 * @param spans how the text is made up, from its start to its end without holes
 * @param shownBytes how many bytes of the JSON the text stands for
 * @param totalBytes how many there are; more than shown when the text was cut
 */
public record PrettyJson(String text, List<Span> spans, long shownBytes, long totalBytes) {

    /** How many bytes of JSON are laid out at most. */
    public static final int LIMIT = 128 * 1024;

    /** How many lines are laid out at most: an editor takes its time for each, on the window's own thread. */
    static final int MAX_LINES = 2_000;

    /** Longer texts are cut inside their quotes: a line of a megabyte would take seconds to lay out. */
    static final int MAX_STRING = 2_000;

    /** What a piece of text is. */
    public enum Token {
        /** Brackets, commas, colons, blanks. */
        PUNCTUATION,
        /** An object's key. */
        KEY,
        /** A string. */
        TEXT,
        /** A number. */
        NUMBER,
        /** {@code true}, {@code false}, {@code null}. */
        LITERAL,
        /** Our own words for what was left out. */
        CUT
    }

    /**
     * A run of characters of one kind.
     *
     * @param length in UTF-16 units, at least 1
     * @param token its kind
     */
    public record Span(int length, Token token) {}

    /** Keeps a copy of the list. */
    public PrettyJson {
        spans = List.copyOf(spans);
    }

    /**
     * Whether something was left out at the end.
     *
     * @return see {@link #totalBytes}
     */
    public boolean isCut() {
        return shownBytes < totalBytes;
    }

    /**
     * Lays out the arguments of a packet as one list.
     *
     * @param json values joined by commas, as on the wire; need not be whole or well-formed
     * @return the lines
     */
    public static PrettyJson arguments(Bytes json) {
        int shown = Math.min(json.length(), LIMIT);
        StringBuilder wrapped = new StringBuilder(shown + 2).append('[').append(json.utf8(0, shown));
        if (shown == json.length()) {
            wrapped.append(']');
        }
        return new Layout(wrapped.toString()).run(1, shown, json.length());
    }

    /**
     * Lays out one JSON value.
     *
     * @param json need not be whole or well-formed
     * @return the lines
     */
    public static PrettyJson of(Bytes json) {
        int shown = Math.min(json.length(), LIMIT);
        return new Layout(json.utf8(0, shown)).run(0, shown, json.length());
    }

    /**
     * Lays out any JSON text.
     *
     * @param text need not be well-formed: what is not JSON stands there as it is
     * @return the lines
     */
    public static PrettyJson of(String text) {
        String shown = text.length() <= LIMIT ? text : text.substring(0, LIMIT);
        return new Layout(shown).run(0, shown.length(), text.length());
    }

    /** One pass over the text. It knows brackets, quotes and commas, and takes everything else as it comes. */
    private static final class Layout {
        private final String in;
        private final StringBuilder out;
        private final List<Span> spans = new ArrayList<>();
        private int at;
        private int depth;
        private int lines;

        Layout(String in) {
            this.in = in;
            this.out = new StringBuilder(in.length() * 3 / 2 + 16);
        }

        /** Lays out as much as may be; {@code added} characters at the start are not the packet's. */
        PrettyJson run(int added, long shown, long total) {
            while (at < in.length() && lines < MAX_LINES) {
                step(in.charAt(at));
            }
            long used = at < in.length() ? Bytes.utf8(in.substring(added, Math.max(added, at))).length() : shown;
            return new PrettyJson(out.toString(), merged(), used, total);
        }

        private void step(char c) {
            switch (c) {
                case '{', '[' -> open(c);
                case '}', ']' -> close(c);
                case ',' -> {
                    put(",", Token.PUNCTUATION);
                    line();
                    at++;
                }
                case ':' -> {
                    put(": ", Token.PUNCTUATION);
                    at++;
                }
                case '"' -> string();
                case ' ', '\n', '\r', '\t' -> at++;
                default -> word();
            }
        }

        private void open(char c) {
            int next = skipBlanks(at + 1);
            char end = c == '{' ? '}' : ']';
            if (next < in.length() && in.charAt(next) == end) {
                put("" + c + end, Token.PUNCTUATION);
                at = next + 1;
            } else {
                put(String.valueOf(c), Token.PUNCTUATION);
                depth++;
                line();
                at++;
            }
        }

        private void close(char c) {
            depth = Math.max(0, depth - 1);
            line();
            put(String.valueOf(c), Token.PUNCTUATION);
            at++;
        }

        private void string() {
            int end = at + 1;
            while (end < in.length() && in.charAt(end) != '"') {
                end += in.charAt(end) == '\\' ? 2 : 1;
            }
            end = Math.min(end + 1, in.length());
            int next = skipBlanks(end);
            Token token = next < in.length() && in.charAt(next) == ':' ? Token.KEY : Token.TEXT;
            if (end - at <= MAX_STRING) {
                put(in.substring(at, end), token);
            } else {
                put(in.substring(at, at + MAX_STRING), token);
                put("… +" + (end - at - MAX_STRING), Token.CUT);
                put("\"", token);
            }
            at = end;
        }

        private void word() {
            int end = at;
            while (end < in.length() && ",:{}[]\" \n\r\t".indexOf(in.charAt(end)) < 0) {
                end++;
            }
            String word = in.substring(at, Math.min(end, at + MAX_STRING));
            boolean number = Character.isDigit(word.charAt(0)) || word.charAt(0) == '-';
            put(word, number ? Token.NUMBER : Token.LITERAL);
            at = end;
        }

        private int skipBlanks(int from) {
            int i = from;
            while (i < in.length() && " \n\r\t".indexOf(in.charAt(i)) >= 0) {
                i++;
            }
            return i;
        }

        private void line() {
            lines++;
            put("\n" + "  ".repeat(Math.min(depth, 40)), Token.PUNCTUATION);
        }

        private void put(String piece, Token token) {
            out.append(piece);
            spans.add(new Span(piece.length(), token));
        }

        private List<Span> merged() {
            List<Span> result = new ArrayList<>();
            int length = 0;
            Token token = Token.PUNCTUATION;
            for (Span span : spans) {
                if (span.token() != token && length > 0) {
                    result.add(new Span(length, token));
                    length = 0;
                }
                token = span.token();
                length += span.length();
            }
            if (length > 0) {
                result.add(new Span(length, token));
            }
            return result;
        }
    }
}

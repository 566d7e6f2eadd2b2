package io.sioscope.protocol.socketio;

import io.sioscope.protocol.Bytes;

/** Strings to and from their JSON form, for text that the scan has checked already. Pure. */
final class JsonText {
    private JsonText() {}

    /** The string that the quoted bytes stand for. */
    static String unquote(Bytes text, int from, int to) {
        return isEscaped(text, from, to) ? unquote(text.utf8(from, to)) : text.utf8(from + 1, to - 1);
    }

    /** Whether a backslash stands in the quoted bytes. Looks no further than them, however long the text goes on. */
    static boolean isEscaped(Bytes text, int from, int to) {
        for (int i = from + 1; i < to - 1; i++) {
            if (text.at(i) == '\\') {
                return true;
            }
        }
        return false;
    }

    static String unquote(String quoted) {
        StringBuilder out = new StringBuilder(quoted.length());
        int at = 1;
        while (at < quoted.length() - 1) {
            char c = quoted.charAt(at);
            if (c != '\\') {
                out.append(c);
                at++;
            } else if (quoted.charAt(at + 1) == 'u') {
                out.append((char) Integer.parseInt(quoted, at + 2, at + 6, 16));
                at += 6;
            } else {
                out.append(escaped(quoted.charAt(at + 1)));
                at += 2;
            }
        }
        return out.toString();
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> c;
        };
    }

    /** Appends {@code text} in quotes, escaped as {@code JSON.stringify} does. */
    static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lone = Character.isSurrogate(c) && !pairs(text, i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || lone) {
                out.append(controlled(c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static boolean pairs(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static String controlled(char c) {
        return switch (c) {
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(java.util.Locale.ROOT, "\\u%04x", (int) c);
        };
    }
}

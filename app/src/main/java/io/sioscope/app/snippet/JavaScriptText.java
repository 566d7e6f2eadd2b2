package io.sioscope.app.snippet;

/** The inside of strings as JavaScript and {@code $'…'} of shells write it. Pure. */
final class JavaScriptText {
    private JavaScriptText() {}

    /** Reads up to the closing quote and says where the text goes on behind it; one that is not closed ends with the text. */
    static int unescape(String text, int from, char quote, StringBuilder out) {
        int at = from;
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                at = escape(text, at, out);
            } else {
                out.append(c);
            }
        }
        return Math.min(at + 1, text.length());
    }

    private static int escape(String text, int at, StringBuilder out) {
        char c = text.charAt(at);
        switch (c) {
            case 'n' -> out.append('\n');
            case 't' -> out.append('\t');
            case 'r' -> out.append('\r');
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case '0' -> out.append('\0');
            case '\n' -> {
                // The line goes on.
            }
            case 'x' -> {
                return number(text, at + 1, 2, out);
            }
            case 'u' -> {
                return number(text, at + 1, 4, out);
            }
            default -> out.append(c);
        }
        return at + 1;
    }

    private static int number(String text, int at, int digits, StringBuilder out) {
        int end = Math.min(at + digits, text.length());
        String hex = text.substring(at, end);
        if (hex.length() == digits && hex.matches("[0-9a-fA-F]+")) {
            out.append((char) Integer.parseInt(hex, 16));
            return end;
        }
        return at;
    }
}

package io.sioscope.app.ui.composer;

import java.util.ArrayList;
import java.util.List;

/** The colours of JSON that is being typed, whole or not: texts, numbers and literals. Pure; one pass. */
final class JsonTokens {

    private JsonTokens() {}

    /** A part with a style class; empty for what has no colour of its own. */
    record Token(int from, int to, String style) {}

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            String style = "";
            if (c == '"') {
                end = endOfText(text, at);
                style = isName(text, end) ? "json-name" : "text-token";
            } else if (c == '-' || Character.isDigit(c)) {
                end = endOfRun(text, at, "+-.eE0123456789");
                style = "number";
            } else if (Character.isLetter(c)) {
                end = endOfWord(text, at);
                String word = text.substring(at, end);
                style = word.equals("true") || word.equals("false") || word.equals("null") ? "literal" : "";
            }
            if (!style.isEmpty()) {
                tokens.add(new Token(at, end, style));
            }
            at = end;
        }
        return tokens;
    }

    private static int endOfText(String text, int from) {
        int at = from + 1;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), at + 1);
    }

    private static boolean isName(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() && text.charAt(at) == ':';
    }

    private static int endOfRun(String text, int from, String of) {
        int at = from + 1;
        while (at < text.length() && of.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static int endOfWord(String text, int from) {
        int at = from + 1;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }
}

package io.sioscope.app.snippet;

import java.util.ArrayList;
import java.util.List;

/** A command line of a POSIX shell taken apart into words and put together again (quotes, backslashes, {@code $'…'}). Pure. */
public final class ShellWords {
    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private ShellWords(String text) {
        this.text = text;
    }

    /** The words of the first command; a quote that is not closed ends with the text. */
    static List<String> split(String command) {
        ShellWords shell = new ShellWords(command);
        shell.run();
        return List.copyOf(shell.words);
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            switch (c) {
                case '\'' -> single();
                case '"' -> twofold();
                case '\\' -> escaped();
                case ' ', '\t', '\r' -> end();
                case '\n', ';', '|' -> {
                    end();
                    if (!words.isEmpty()) {
                        return;
                    }
                }
                case '$' -> dollar();
                default -> add(c);
            }
        }
        end();
    }

    private void add(char c) {
        inWord = true;
        word.append(c);
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    private void escaped() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at >= text.length()) {
            return;
        }
        char next = text.charAt(at++);
        if (next != '\n') {
            add(next);
        }
    }

    private void single() {
        inWord = true;
        int close = text.indexOf('\'', at);
        int end = close < 0 ? text.length() : close;
        word.append(text, at, end);
        at = Math.min(end + 1, text.length());
    }

    private void twofold() {
        inWord = true;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            boolean escape = c == '\\' && at < text.length() && "\"\\$`\n".indexOf(text.charAt(at)) >= 0;
            char meant = escape ? text.charAt(at++) : c;
            if (!escape || meant != '\n') {
                word.append(meant);
            }
        }
        at++;
    }

    private void dollar() {
        if (at < text.length() && text.charAt(at) == '\'') {
            at++;
            inWord = true;
            at = JavaScriptText.unescape(text, at, '\'', word);
        } else {
            add('$');
        }
    }

    /** A word so that a shell reads it as one. */
    public static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:,@=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}

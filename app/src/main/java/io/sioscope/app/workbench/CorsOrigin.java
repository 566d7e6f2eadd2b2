package io.sioscope.app.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What is written for the origins of pages: {@code *} for any, an origin such as {@code https://example.org}, one in which
 * {@code *} stands for any letters as in {@code http://localhost:*}, or a regular expression between slashes that is looked for in the origin.
 * Pure.
 */
public final class CorsOrigin {
    private CorsOrigin() {}

    /** The pattern of one that is not simply compared; empty where it is compared whole, or is a broken expression. */
    static Optional<Pattern> pattern(String origin) {
        if (isExpression(origin)) {
            try {
                return Optional.of(Pattern.compile(origin.substring(1, origin.length() - 1)));
            } catch (PatternSyntaxException broken) {
                return Optional.empty();
            }
        }
        if (origin.indexOf('*') < 0) {
            return Optional.empty();
        }
        StringBuilder whole = new StringBuilder("^");
        for (String part : origin.split("\\*", -1)) {
            whole.append(whole.length() == 1 ? "" : ".*").append(Pattern.quote(part));
        }
        return Optional.of(Pattern.compile(whole.append('$').toString()));
    }

    static boolean isExpression(String origin) {
        return origin.length() > 2 && origin.startsWith("/") && origin.endsWith("/");
    }

    /** The origins in a text, with blanks or commas between; a regular expression without blanks stays whole. */
    public static List<String> split(String text) {
        List<String> found = new ArrayList<>();
        for (String word : text.strip().split("\\s+", -1)) {
            if (isExpression(word)) {
                found.add(word);
            } else {
                for (String part : word.split(",", -1)) {
                    if (!part.isEmpty()) {
                        found.add(part);
                    }
                }
            }
        }
        return found;
    }
}

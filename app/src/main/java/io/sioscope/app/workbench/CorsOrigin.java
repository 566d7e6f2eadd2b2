package io.sioscope.app.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What is written for the origins of pages: {@code *} for any, an origin such as {@code https://example.org}, one in which
 * {@code *} stands for any letters as in {@code http://localhost:*}, or a regular expression between slashes, perhaps with an
 * {@code i} behind, that is looked for in the origin.
 * Pure.
 */
public final class CorsOrigin {
    private static final Pattern EXPRESSION = Pattern.compile("/(.+)/(i?)");
    /** A page without an origin of its own, as in a sandbox, has the word {@code null}. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^/?#\\s]+|null");

    private CorsOrigin() {}

    /** The pattern of one that is not simply compared; empty where it is compared whole, or is a broken expression. */
    static Optional<Pattern> pattern(String origin) {
        Matcher expression = EXPRESSION.matcher(origin);
        if (expression.matches()) {
            try {
                int flags = expression.group(2).isEmpty() ? 0 : Pattern.CASE_INSENSITIVE;
                return Optional.of(Pattern.compile(expression.group(1), flags));
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
        return EXPRESSION.matcher(origin).matches();
    }

    /** Whether a page could ever have it: a scheme, a host, perhaps a port, and nothing behind. */
    static boolean isPossible(String origin) {
        return isExpression(origin) || origin.indexOf('*') >= 0 && !origin.endsWith("/") || PLAIN.matcher(origin).matches();
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

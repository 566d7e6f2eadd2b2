package io.sioscope.app.capture;

import java.util.Locale;

/** A pattern in which {@code *} stands for any text; the case does not count. Immutable. */
final class Wildcard {
    private final String[] parts;

    Wildcard(String pattern) {
        parts = pattern.toLowerCase(Locale.ROOT).split("\\*", -1);
    }

    /** Linear in the text for each part: a pattern cannot be made to take long. */
    boolean matches(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        String first = parts[0];
        String last = parts[parts.length - 1];
        if (parts.length == 1) {
            return folded.equals(first);
        }
        if (folded.length() < first.length() + last.length() || !folded.startsWith(first) || !folded.endsWith(last)) {
            return false;
        }
        int at = first.length();
        int end = folded.length() - last.length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = folded.indexOf(parts[i], at);
            if (found < 0 || found + parts[i].length() > end) {
                return false;
            }
            at = found + parts[i].length();
        }
        return true;
    }
}

package io.sioscope.app.ui.palette;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * How well a few typed letters fit a text. Every typed word must be found, in any order: as the start of a word, inside one,
 * or as letters with others between. Case and accents do not count. Pure, any thread.
 */
final class FuzzyMatch {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int AT_START = 100;
    private static final int AT_WORD = 80;
    private static final int INSIDE = 50;
    private static final int SPREAD = 20;

    private FuzzyMatch() {}

    /** Without case and accents. */
    static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * The score of a text.
     *
     * @param typed as {@link #plain} gives it
     * @param text as {@link #plain} gives it
     * @return the larger the better; empty if a word of the typed is not found
     */
    static OptionalInt score(String typed, String text) {
        String wanted = typed.strip();
        if (wanted.isEmpty()) {
            return OptionalInt.of(0);
        }
        int sum = 0;
        for (String word : BLANKS.split(wanted, -1)) {
            int best = word(word, text);
            if (best == 0) {
                return OptionalInt.empty();
            }
            sum += best;
        }
        return OptionalInt.of(sum);
    }

    private static int word(String word, String text) {
        int at = text.indexOf(word);
        if (at == 0) {
            return AT_START;
        }
        for (int from = at; from > 0; from = text.indexOf(word, from + 1)) {
            if (!Character.isLetterOrDigit(text.charAt(from - 1))) {
                return AT_WORD;
            }
        }
        if (at > 0) {
            return INSIDE;
        }
        return word.length() > 1 && spread(word, text) ? SPREAD : 0;
    }

    /** Letters in their order, the first one at the start of a word. */
    private static boolean spread(String word, String text) {
        for (int start = 0; start < text.length(); start++) {
            boolean begins = start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1));
            if (begins && text.charAt(start) == word.charAt(0) && inOrder(word, text, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean inOrder(String word, String text, int start) {
        int found = 0;
        for (int i = start; i < text.length() && found < word.length(); i++) {
            if (text.charAt(i) == word.charAt(found)) {
                found++;
            }
        }
        return found == word.length();
    }
}

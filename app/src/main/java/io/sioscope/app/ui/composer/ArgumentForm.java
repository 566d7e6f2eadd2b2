package io.sioscope.app.ui.composer;

/** How much an editor can do with a text without making the window wait. */
public enum ArgumentForm {
    /** Edited with colours. */
    STYLED,
    /** Edited without colours. */
    PLAIN,
    /** Too long, or with a line too long, to be edited: kept beside the editor, which tells its size and its start. */
    HELD;

    /** From here on no colours, in characters. */
    static final int MOST_STYLED = 200_000;
    /** From here on no editing, in characters. */
    static final int MOST_EDITED = 2_000_000;
    /** A longer line takes seconds to lay out, in characters. */
    static final int LONGEST_LINE = 20_000;

    static ArgumentForm of(String text) {
        if (text.length() > MOST_EDITED || longestLine(text) > LONGEST_LINE) {
            return HELD;
        }
        return text.length() > MOST_STYLED ? PLAIN : STYLED;
    }

    private static int longestLine(String text) {
        int longest = 0;
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            longest = Math.max(longest, to - from);
            from = to + 1;
        }
        return longest;
    }
}

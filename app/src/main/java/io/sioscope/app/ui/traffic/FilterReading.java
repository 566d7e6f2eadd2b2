package io.sioscope.app.ui.traffic;

import java.util.List;

/**
 * What was understood of a filter.
 *
 * @param tokens the words of the text, in order
 * @param problem what is wrong with it, in the person's language; empty when all was understood
 */
public record FilterReading(List<Token> tokens, String problem) {

    /**
     * A word of the filter.
     *
     * @param from where it begins in the text
     * @param to where it ends
     * @param understood whether it means something
     */
    public record Token(int from, int to, boolean understood) {}

    /** Keeps a copy of the list. */
    public FilterReading {
        tokens = List.copyOf(tokens);
    }

    /**
     * Whether the filter may be used.
     *
     * @return true when there is no problem
     */
    public boolean good() {
        return problem.isEmpty();
    }
}

package io.sioscope.app.capture;

import java.util.List;

/**
 * What rows to show. Words look for text in event, namespace, socket and arguments, whatever the case; {@code field:value}
 * looks at one column, with {@code *} for anything; a leading minus turns a term around; quotes keep blanks together. All
 * terms must hold, but of several without a minus that look at the same column one is enough. Immutable; any thread.
 *
 * @param text as it was written
 * @param terms in the order written
 */
public record Filter(String text, List<FilterTerm> terms) {
    /** Everything. */
    public static final Filter ALL = new Filter("", List.of());

    /** Keeps a copy of the list. */
    public Filter {
        terms = List.copyOf(terms);
    }

    /** A filter, or what is wrong with its text. */
    public sealed interface Parsing {
        /** The text was understood. */
        record Understood(Filter filter) implements Parsing {}

        /** The text was not understood; {@code terms} are those before the mistake. */
        record Misunderstood(FilterError error, List<FilterTerm> terms) implements Parsing {}
    }

    /** Reads a filter's text. Never throws. */
    public static Parsing parse(String text) {
        return new FilterParser(text).parse();
    }

    /** Whether everything matches. */
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** Whether what matches may change with time, as acknowledgements come. */
    public boolean changes() {
        return terms.stream().anyMatch(term -> term.field() == FilterField.ACK);
    }

    /** Whether packets' bytes must be read to decide. */
    public boolean readsBodies() {
        return terms.stream().anyMatch(term -> term.field() == FilterField.TEXT);
    }
}

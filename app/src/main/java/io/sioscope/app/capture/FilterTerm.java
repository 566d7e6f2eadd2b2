package io.sioscope.app.capture;

/**
 * One condition of a filter, and where it stands in its text.
 *
 * @param field what it looks at
 * @param value what is looked for, without quotes; {@code *} stands for anything, except in {@link FilterField#TEXT}
 * @param negated whether it must not be so
 * @param from where the term starts in the filter's text, minus and field included, in characters
 * @param to where it ends, exclusive
 */
public record FilterTerm(FilterField field, String value, boolean negated, int from, int to) {}

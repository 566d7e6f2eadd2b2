package io.sioscope.app.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a filter's text; an instance reads one. */
final class FilterParser {
    private final String text;
    private final List<FilterTerm> terms = new ArrayList<>();
    private int at;
    private @Nullable FilterError error;

    FilterParser(String text) {
        this.text = text;
    }

    Filter.Parsing parse() {
        while (error == null && skipBlanks()) {
            term();
        }
        return error == null
                ? new Filter.Parsing.Understood(new Filter(text, terms))
                : new Filter.Parsing.Misunderstood(error, List.copyOf(terms));
    }

    private boolean skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private void term() {
        int from = at;
        boolean negated = text.charAt(at) == '-';
        at += negated ? 1 : 0;
        int colon = colon();
        FilterField field = FilterField.TEXT;
        if (colon >= 0) {
            Optional<FilterField> named = FilterField.of(text.substring(at, colon));
            if (named.isEmpty()) {
                fail(FilterError.Problem.UNKNOWN_FIELD, at, colon);
                return;
            }
            field = named.get();
            at = text.charAt(colon) == ':' ? colon + 1 : colon;
        }
        String value = value();
        if (error == null && value.isEmpty()) {
            fail(FilterError.Problem.NO_VALUE, from, at);
        }
        if (error == null && !field.takes(value)) {
            fail(
                    field == FilterField.DIRECTION
                            ? FilterError.Problem.UNKNOWN_DIRECTION
                            : FilterError.Problem.UNKNOWN_VALUE,
                    field == FilterField.DIRECTION ? colon + 1 : from,
                    at);
        }
        if (error == null) {
            terms.add(new FilterTerm(field, value, negated, from, at));
        }
    }

    /** Where the colon after a field's name is, or the sign after one that is compared; -1 where neither is. */
    private int colon() {
        int end = at;
        while (end < text.length() && (Character.isLetter(text.charAt(end)) || end > at && text.charAt(end) == '-')) {
            end++;
        }
        if (end == at || end == text.length()) {
            return -1;
        }
        boolean compared = (text.charAt(end) == '<' || text.charAt(end) == '>')
                && FilterField.of(text.substring(at, end)).filter(FilterField::compares).isPresent();
        return text.charAt(end) == ':' || compared ? end : -1;
    }

    /** Up to the next blank; a quoted part may hold blanks, and in it a backslash keeps a quote. */
    private String value() {
        StringBuilder value = new StringBuilder();
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            char c = text.charAt(at);
            if (c == '"') {
                quoted(value);
            } else {
                value.append(c);
                at++;
            }
        }
        return value.toString();
    }

    private void quoted(StringBuilder value) {
        int from = at;
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            boolean escaped = text.charAt(at) == '\\'
                    && at + 1 < text.length()
                    && (text.charAt(at + 1) == '"' || text.charAt(at + 1) == '\\');
            at += escaped ? 1 : 0;
            value.append(text.charAt(at));
            at++;
        }
        if (at == text.length()) {
            fail(FilterError.Problem.OPEN_QUOTE, from, at);
        } else {
            at++;
        }
    }

    private void fail(FilterError.Problem problem, int from, int to) {
        if (error == null) {
            error = new FilterError(problem, from, to, text.substring(from, to));
        }
    }
}

package io.sioscope.app.capture;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comparison in a filter, such as {@code >100ms} or {@code <1MB}.
 *
 * @param above whether more is wanted, and not less
 * @param amount nanoseconds or bytes
 */
record FilterAmount(boolean above, long amount) {

    private static final Pattern FORM = Pattern.compile("([<>])(\\d{1,12}(?:\\.\\d{1,9})?)\\s*([a-zA-Z]*)");
    private static final Map<String, Double> TIMES =
            Map.of("us", 1e3, "ms", 1e6, "", 1e6, "s", 1e9, "m", 60e9, "min", 60e9);
    private static final Map<String, Double> SIZES = Map.of("", 1.0, "b", 1.0, "k", 1e3, "kb", 1e3, "m", 1e6, "mb", 1e6);

    /** A time; without a unit in milliseconds. */
    static Optional<FilterAmount> time(String text) {
        return read(text, TIMES);
    }

    /** A size in decimal units; without one in bytes. */
    static Optional<FilterAmount> size(String text) {
        return read(text, SIZES);
    }

    private static Optional<FilterAmount> read(String text, Map<String, Double> units) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Double unit = units.get(matcher.group(3).toLowerCase(Locale.ROOT));
        return unit == null
                ? Optional.empty()
                : Optional.of(new FilterAmount(
                        matcher.group(1).equals(">"), (long) (Double.parseDouble(matcher.group(2)) * unit)));
    }

    boolean holds(long value) {
        return above ? value > amount : value < amount;
    }
}

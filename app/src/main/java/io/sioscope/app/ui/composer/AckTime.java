package io.sioscope.app.ui.composer;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A waiting time as a person writes it: {@code 300 ms}, {@code 5 s}, {@code 1 min}; a bare number is seconds. Pure. */
final class AckTime {

    private static final Pattern FORM = Pattern.compile("(\\d{1,7})(?:[.,](\\d{1,3}))?\\s*(ms|s|m|min)?");
    private static final long MOST_MS = 3_600_000;

    private AckTime() {}

    /** The time, from 1 ms to an hour; empty where the text is none. */
    static Optional<Duration> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String unit = matcher.group(3) == null ? "s" : matcher.group(3);
        String fraction = matcher.group(2) == null ? "0" : matcher.group(2);
        double value = Double.parseDouble(matcher.group(1) + "." + fraction);
        double factor = switch (unit) {
            case "ms" -> 1;
            case "s" -> 1000;
            default -> 60_000;
        };
        long millis = Math.round(value * factor);
        return millis >= 1 && millis <= MOST_MS ? Optional.of(Duration.ofMillis(millis)) : Optional.empty();
    }
}

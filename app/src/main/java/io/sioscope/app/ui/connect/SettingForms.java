package io.sioscope.app.ui.connect;

import io.sioscope.app.ui.connect.Setting.Typed.Form;
import io.sioscope.app.ui.connect.Setting.Typed.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the settings' values are written. Pure. */
final class SettingForms {

    /** From 1 ms to a day. */
    static final Form<Duration> TIME = new Form<>(text -> time(text, 1), SettingForms::words, Kind.TIME);

    /** From nothing to a day. */
    static final Form<Duration> PAUSE = new Form<>(text -> time(text, 0), SettingForms::words, Kind.TIME);

    /** A whole number from 0. */
    static final Form<Integer> ATTEMPTS = new Form<>(SettingForms::number, Object::toString, Kind.NUMBER);

    /** From 0 to 1. */
    static final Form<Double> SHARE = new Form<>(SettingForms::share, SettingForms::words, Kind.SHARE);

    /** A file's path. */
    static final Form<String> FILE = new Form<>(Optional::of, text -> text, Kind.FILE);

    /** Anything. */
    static final Form<String> TEXT = new Form<>(Optional::of, text -> text, Kind.TEXT);

    private static final Pattern TIMES = Pattern.compile("(\\d{1,8})(?:[.,](\\d{1,3}))?\\s*(ms|s|m|min)");
    private static final long MOST_MILLIS = Duration.ofDays(1).toMillis();

    private SettingForms() {}

    /** A bare number is refused: JavaScript's options are milliseconds, the window's other fields seconds. */
    private static Optional<Duration> time(String text, long least) {
        Matcher matcher = TIMES.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long factor =
                switch (matcher.group(3)) {
                    case "ms" -> 1;
                    case "s" -> 1_000;
                    default -> 60_000;
                };
        String fraction = matcher.group(2) == null ? "0" : matcher.group(2);
        long millis = new BigDecimal(matcher.group(1) + "." + fraction)
                .multiply(BigDecimal.valueOf(factor))
                .longValue();
        return millis >= least && millis <= MOST_MILLIS ? Optional.of(Duration.ofMillis(millis)) : Optional.empty();
    }

    private static String words(Duration time) {
        return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<Double> share(String text) {
        String dotted = text.replace(',', '.');
        return dotted.matches("0(\\.\\d{1,9})?|1(\\.0{1,9})?|\\.\\d{1,9}") ? Optional.of(Double.valueOf(dotted)) : Optional.empty();
    }

    private static String words(double share) {
        return BigDecimal.valueOf(share).stripTrailingZeros().toPlainString();
    }
}

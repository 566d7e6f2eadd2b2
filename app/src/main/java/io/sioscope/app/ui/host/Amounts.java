package io.sioscope.app.ui.host;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times, sizes and lists as people type them, and back. Pure. */
final class Amounts {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})\\s*(ms|s|min|m|h)?");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,10}(?:[.,]\\d{1,3})?)\\s*(b|kb|mb|kib|mib)?");
    private static final int KIB = 1024;
    private static final int MIB = 1024 * 1024;
    private static final int MEGA = 1_000_000;
    private static final int SECOND = 1000;
    private static final int MINUTE = 60;

    private Amounts() {}

    /** A time as in {@code 300 ms}, {@code 25 s}, {@code 2 min}; a bare number is seconds. */
    static Optional<Duration> time(String text) {
        Matcher matcher = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        String unit = matcher.group(2) == null ? "s" : matcher.group(2);
        return Optional.of(
                switch (unit) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofMinutes(amount);
                });
    }

    /** A time as it would be typed. */
    static String words(Duration duration) {
        if (duration.toMillis() % SECOND != 0) {
            return duration.toMillis() + " ms";
        }
        boolean minutes = duration.toSeconds() >= 2 * MINUTE && duration.toSeconds() % MINUTE == 0;
        return minutes ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }

    /** A size as in {@code 500 kB}, {@code 1 MB}, {@code 16 MiB}; a bare number is bytes. At most 2 147 483 647. */
    static Optional<Integer> size(String text) {
        Matcher matcher = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT).replace('o', 'b'));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double amount = Double.parseDouble(matcher.group(1).replace(',', '.'));
        String unit = matcher.group(2) == null ? "b" : matcher.group(2);
        double bytes = amount
                * switch (unit) {
                    case "b" -> 1;
                    case "kb" -> SECOND;
                    case "kib" -> KIB;
                    case "mib" -> MIB;
                    default -> MEGA;
                };
        return bytes <= Integer.MAX_VALUE ? Optional.of((int) bytes) : Optional.empty();
    }

    /** A size as it would be typed. */
    static String words(int bytes) {
        if (bytes > 0 && bytes % MEGA == 0) {
            return bytes / MEGA + " MB";
        }
        if (bytes > 0 && bytes % MIB == 0) {
            return bytes / MIB + " MiB";
        }
        return bytes > 0 && bytes % KIB == 0 ? bytes / KIB + " KiB" : Integer.toString(bytes);
    }

    /** Words with blanks or commas between. */
    static List<String> list(String text) {
        return Arrays.stream(text.strip().split("[\\s,]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}

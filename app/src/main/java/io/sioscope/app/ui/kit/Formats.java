package io.sioscope.app.ui.kit;

import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Numbers as they stand in a column: mono, right-aligned, thousands by a narrow no-break space, unit after a space.
 * Immutable, any thread, and quick enough for every row of every frame: nothing here parses a pattern.
 */
public final class Formats {

    /** Between thousands: as wide as a digit in the mono face, narrow in the other, and never a line's end. */
    private static final char GROUP = '\u202f';

    private static final String[] SIZES = {"B", "kB", "MB", "GB", "TB"};

    private final char decimal;
    private final boolean french;

    /**
     * Formats of a language.
     *
     * @param locale decides the decimal mark and the letter of a byte
     */
    public Formats(Locale locale) {
        this.decimal = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        this.french = "fr".equals(locale.getLanguage());
    }

    /**
     * A number of things: {@code 12 841}.
     *
     * @param value any number
     * @return its digits in groups of three
     */
    public String count(long value) {
        String digits = Long.toString(value);
        int start = value < 0 ? 1 : 0;
        if (digits.length() - start <= 3) {
            return digits;
        }
        StringBuilder grouped = new StringBuilder(digits.length() + 6).append(digits, 0, start);
        for (int i = start; i < digits.length(); i++) {
            if (i > start && (digits.length() - i) % 3 == 0) {
                grouped.append(GROUP);
            }
            grouped.append(digits.charAt(i));
        }
        return grouped.toString();
    }

    /**
     * A size in decimal units: {@code 214 B}, {@code 1.2 kB}, {@code 386 MB}.
     *
     * @param bytes zero or more
     * @return at most three digits before and one after the decimal mark; none after it from 100 on
     */
    public String size(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < SIZES.length - 1) {
            value /= 1000;
            unit++;
        }
        String name = french ? SIZES[unit].replace('B', 'o') : SIZES[unit];
        return (unit == 0 ? Long.toString(bytes) : short1(value)) + " " + name;
    }

    /**
     * How long something took: {@code 3.4 ms}, {@code 41.7 ms}, {@code 5.0 s}, {@code 2 min 5 s}.
     *
     * @param nanos zero or more
     * @return the time with its unit
     */
    public String latency(long nanos) {
        double millis = nanos / 1e6;
        if (millis < 999.5) {
            return fixed1(millis) + " ms";
        }
        double seconds = millis / 1000;
        if (seconds < 119.95) {
            return fixed1(seconds) + " s";
        }
        long whole = Math.round(seconds);
        return whole < 7200 ? whole / 60 + " min " + whole % 60 + " s" : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }

    /**
     * The time since the row before, in milliseconds without the unit, which the column's head names:
     * {@code +0.0}, {@code +31.8}, {@code +3 104}.
     *
     * @param nanos the difference; a negative one is shown as such
     * @return sign and number
     */
    public String delta(long nanos) {
        String sign = nanos < 0 ? "\u2212" : "+";
        double millis = Math.abs(nanos) / 1e6;
        return sign + (millis < 99.95 ? fixed1(millis) : count(Math.round(millis)));
    }

    /**
     * A time of day: {@code 10:31:05.123}.
     *
     * @param instant when
     * @param zone where
     * @return hours, minutes, seconds and milliseconds
     */
    public String time(Instant instant, ZoneId zone) {
        LocalTime time = instant.atZone(zone).toLocalTime();
        StringBuilder text = new StringBuilder(12);
        pad(text, time.getHour(), 2).append(':');
        pad(text, time.getMinute(), 2).append(':');
        pad(text, time.getSecond(), 2).append('.');
        return pad(text, time.getNano() / 1_000_000, 3).toString();
    }

    private static StringBuilder pad(StringBuilder text, int value, int width) {
        for (int bound = width == 3 ? 100 : 10; bound > value && bound > 1; bound /= 10) {
            text.append('0');
        }
        return text.append(value);
    }

    private String short1(double value) {
        return value >= 99.95 ? count(Math.round(value)) : fixed1(value);
    }

    private String fixed1(double value) {
        long tenths = Math.round(value * 10);
        return count(tenths / 10) + decimal + tenths % 10;
    }
}

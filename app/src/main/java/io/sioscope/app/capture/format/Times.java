package io.sioscope.app.capture.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;

/** Times as captures write them. Nanoseconds count from 1970-01-01T00:00Z. Pure; any thread. */
final class Times {
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final long NANOS = 1_000_000_000L;

    /** The seconds that fit into a {@code long} of nanoseconds, in years 1678 to 2262. */
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(Long.MAX_VALUE / NANOS - 1);

    private Times() {}

    /** With milliseconds. */
    static String iso(long nanos) {
        return ISO.format(Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS)));
    }

    static OptionalLong ofIso(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            return OptionalLong.of(Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano()));
        } catch (DateTimeException | ArithmeticException unreadable) {
            return OptionalLong.empty();
        }
    }

    /** Seconds with microseconds, as HAR counts a message's time. */
    static String seconds(long nanos) {
        return BigDecimal.valueOf(Math.floorDiv(nanos, 1_000L), 6).toPlainString();
    }

    static OptionalLong ofSeconds(BigDecimal seconds) {
        if (seconds.precision() > 100 || Math.abs((long) seconds.scale()) > 1_000 || seconds.abs().compareTo(MOST_SECONDS) > 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                seconds.movePointRight(9).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /** Microseconds to nanoseconds; empty where they do not fit. */
    static OptionalLong ofMicros(long micros) {
        return Math.abs(micros) > Long.MAX_VALUE / 1_000 ? OptionalLong.empty() : OptionalLong.of(micros * 1_000);
    }
}

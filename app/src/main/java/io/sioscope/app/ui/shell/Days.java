package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Dates as people say them: today with its time, yesterday, the weekday for a week, then the date, with its year where that
 * is another one. Pure.
 */
final class Days {

    private static final long WEEK = 7;

    private Days() {}

    /** The words. */
    static String words(long atMillis, Instant now, ZoneId zone, Texts texts) {
        ZonedDateTime at = Instant.ofEpochMilli(atMillis).atZone(zone);
        LocalDate today = LocalDate.ofInstant(now, zone);
        long days = ChronoUnit.DAYS.between(at.toLocalDate(), today);
        if (days == 0) {
            return texts.get("day.today", pattern(at, "HH:mm", texts));
        }
        if (days == 1) {
            return texts.get("day.yesterday");
        }
        if (days > 1 && days < WEEK) {
            return pattern(at, "EEEE", texts);
        }
        return pattern(at, at.getYear() == today.getYear() ? "d MMM" : "d MMM uuuu", texts);
    }

    private static String pattern(ZonedDateTime at, String pattern, Texts texts) {
        return DateTimeFormatter.ofPattern(pattern, texts.locale()).format(at);
    }
}

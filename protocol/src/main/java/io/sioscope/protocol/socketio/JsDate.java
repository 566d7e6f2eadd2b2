package io.sioscope.protocol.socketio;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * A date as JavaScript has it, and as {@code JSON.stringify} writes it: the text of {@code Date.prototype.toISOString}, or null
 * where the date is outside of JavaScript's range, 100 million days around 1970.
 *
 * @param milliseconds since 1970, UTC; any number
 */
record JsDate(long milliseconds) implements JsValue {
    private static final long LARGEST = 8_640_000_000_000_000L;
    private static final int LAST_YEAR_OF_FOUR_DIGITS = 9999;

    private static final DateTimeFormatter USUAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);
    private static final DateTimeFormatter FAR = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 6, 6, SignStyle.ALWAYS)
            .appendPattern("-MM-dd'T'HH:mm:ss.SSS'Z'")
            .toFormatter(Locale.ROOT);

    /** Whether JavaScript calls this date valid. */
    boolean isValid() {
        return milliseconds >= -LARGEST && milliseconds <= LARGEST;
    }

    /** Such as {@code 2026-01-31T09:00:00.000Z}; where the date is not valid, JavaScript's words for that. */
    @Override
    public String text() {
        if (!isValid()) {
            return "Invalid Date";
        }
        OffsetDateTime date = Instant.ofEpochMilli(milliseconds).atOffset(ZoneOffset.UTC);
        return (date.getYear() >= 0 && date.getYear() <= LAST_YEAR_OF_FOUR_DIGITS ? USUAL : FAR).format(date);
    }

    @Override
    public void serialize(JsonGenerator out, SerializerProvider provider) throws IOException {
        if (isValid()) {
            out.writeString(text());
        } else {
            out.writeNull();
        }
    }
}

package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.kit.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DaysTest {

    private static final Instant NOW = Instant.parse("2026-11-16T12:30:00Z");

    private static String words(String at, Locale language) {
        return Days.words(Instant.parse(at).toEpochMilli(), NOW, ZoneOffset.UTC, new Texts(Shell.class, language));
    }

    @Test
    void english() {
        assertThat(words("2026-11-16T10:02:00Z", Locale.ENGLISH)).isEqualTo("today 10:02");
        assertThat(words("2026-11-15T23:59:00Z", Locale.ENGLISH)).isEqualTo("yesterday");
        assertThat(words("2026-11-13T10:02:00Z", Locale.ENGLISH)).isEqualTo("Friday");
        assertThat(words("2026-11-09T10:02:00Z", Locale.ENGLISH)).isEqualTo("9 Nov");
        assertThat(words("2025-11-09T10:02:00Z", Locale.ENGLISH)).isEqualTo("9 Nov 2025");
        assertThat(words("2026-11-17T10:02:00Z", Locale.ENGLISH)).isEqualTo("17 Nov");
    }

    @Test
    void french() {
        assertThat(words("2026-11-16T10:02:00Z", Locale.FRENCH)).isEqualTo("aujourd'hui 10:02");
        assertThat(words("2026-11-15T00:00:00Z", Locale.FRENCH)).isEqualTo("hier");
        assertThat(words("2026-11-13T10:02:00Z", Locale.FRENCH)).isEqualTo("vendredi");
        assertThat(words("2026-11-09T10:02:00Z", Locale.FRENCH)).isEqualTo("9 nov.");
    }

    @Test
    void theDayIsThatOfTheZone() {
        long at = Instant.parse("2026-11-15T23:30:00Z").toEpochMilli();
        Texts texts = new Texts(Shell.class, Locale.ENGLISH);
        assertThat(Days.words(at, NOW, ZoneId.of("Europe/Paris"), texts)).isEqualTo("today 00:30");
    }
}

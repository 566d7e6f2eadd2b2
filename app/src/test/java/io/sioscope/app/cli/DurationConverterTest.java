package io.sioscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationConverterTest {
    @Test
    void readsWhatTheHelpSays() {
        assertThat(DurationConverter.read("300ms")).contains(Duration.ofMillis(300));
        assertThat(DurationConverter.read("10s")).contains(Duration.ofSeconds(10));
        assertThat(DurationConverter.read("1m")).contains(Duration.ofMinutes(1));
        assertThat(DurationConverter.read("2h")).contains(Duration.ofHours(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "s", "-1s", "1.5s", "10 s", "10S", "99999999999s"})
    void refusesTheRest(String text) {
        assertThat(DurationConverter.read(text)).isEmpty();
    }
}

package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short piece of a long day; {@code packaging/bench/long-day} lives through the whole one. */
class LongDayTest {

    @TempDir
    Path folder;

    @Test
    void nothingIsLeftAndNothingGoesWrong() {
        LongDay.Report report = LongDay.live(folder, Duration.ofSeconds(5), 12);
        assertThat(report.problems()).isEmpty();
        assertThat(report.threadsLeft()).isEmpty();
        assertThat(report.packets()).isGreaterThan(1000);
    }
}

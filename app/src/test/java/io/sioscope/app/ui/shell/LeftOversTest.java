package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.workspace.Preferences;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeftOversTest {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final Path OLD = Path.of("window-1.siocap");
    private static final Path NEW = Path.of("window-2.siocap");

    @Test
    void whatWasNeverOfferedIsOfferedHoweverOldItIs() {
        LeftOvers found = LeftOvers.of(List.of(OLD, NEW), Map.of(), 7, 100 * DAY);
        assertThat(found).isEqualTo(new LeftOvers(
                List.of(OLD, NEW), List.of(), Map.of("window-1.siocap", 100 * DAY, "window-2.siocap", 100 * DAY)));
    }

    @Test
    void whatWasOfferedLongEnoughGoes() {
        Map<String, Long> before = Map.of("window-1.siocap", 10 * DAY, "window-2.siocap", 94 * DAY, "window-3.siocap", DAY);
        LeftOvers found = LeftOvers.of(List.of(OLD, NEW), before, 7, 100 * DAY);
        assertThat(found).isEqualTo(new LeftOvers(List.of(NEW), List.of(OLD), Map.of("window-2.siocap", 94 * DAY)));
    }

    @Test
    void forEverMeansForEver() {
        Map<String, Long> before = Map.of("window-1.siocap", 0L);
        assertThat(LeftOvers.of(List.of(OLD), before, Preferences.FOR_EVER, 10_000 * DAY).delete()).isEmpty();
    }
}

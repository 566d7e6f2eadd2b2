package io.sioscope.app.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.workspace.Preferences;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SettingsViewModelTest {

    private final List<Preferences> resets = new ArrayList<>();
    private int changes;
    private Preferences kept = Preferences.DEFAULTS;
    private final SettingsViewModel page = new SettingsViewModel(new Chooser() {
        @Override
        public Preferences preferences() {
            return kept;
        }

        @Override
        public void change(UnaryOperator<Preferences> change) {
            changes++;
            kept = change.apply(kept);
            page().show(kept);
        }

        @Override
        public Path folder() {
            return Path.of("state");
        }

        @Override
        public void wasReset(Preferences before) {
            resets.add(before);
        }
    });

    private SettingsViewModel page() {
        return page;
    }

    @Test
    void aChoiceIsKeptAndShownOnce() {
        page.change(chosen -> chosen.withTextSize(150));
        page.change(chosen -> chosen.withTextSize(150));
        assertThat(kept.textSize()).isEqualTo(150);
        assertThat(page.chosenProperty().get()).isEqualTo(kept);
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void aResetCanBeUndone() {
        page.reset();
        assertThat(resets).isEmpty();
        Preferences chosen = Preferences.DEFAULTS.withLanguage("fr").withKeepDays(7);
        page.change(ignored -> chosen);
        page.reset();
        assertThat(kept).isEqualTo(Preferences.DEFAULTS);
        assertThat(resets).containsExactly(chosen);
    }

    @Test
    void whatStandsInTheFileCanBeChosenAgain() {
        assertThat(page.megabytes()).contains(16_000).doesNotContain(333);
        page.change(chosen -> chosen.withRecordingMegabytes(333).withKeepDays(11));
        assertThat(page.megabytes()).contains(333);
        assertThat(page.days()).contains(11, Preferences.FOR_EVER);
    }
}

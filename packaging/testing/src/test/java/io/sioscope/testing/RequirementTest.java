package io.sioscope.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class RequirementTest {

    private final List<String> console = new ArrayList<>();

    @Test
    void whatIsThereRuns() {
        assertThat(Requirement.of(null, true, console::add).isDisabled()).isFalse();
        assertThat(console).isEmpty();
    }

    @Test
    void whatIsMissingIsSkippedWithOneLine() {
        assertThat(Requirement.of("no such thing", false, console::add).getReason()).contains("no such thing");
        assertThat(Requirement.of("no such thing", false, console::add).isDisabled()).isTrue();

        assertThat(console).containsExactly("TESTS SKIPPED: no such thing");
    }

    @Test
    void whatIsMissingFailsWhereNothingMayBeSkipped() {
        assertThatThrownBy(() -> Requirement.of("no such thing", true, console::add))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage("no such thing");
    }
}

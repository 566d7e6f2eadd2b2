package io.sioscope.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class RequirementTest {

    @Test
    void whatIsThereRuns() {
        assertThat(Requirement.of(null).isDisabled()).isFalse();
    }

    @Test
    void whatIsMissingIsSkippedAndFailsWhereNothingMayBeSkipped() {
        if ("1".equals(System.getenv("SIOSCOPE_STRICT"))) {
            assertThatThrownBy(() -> Requirement.of("no such thing"))
                    .isInstanceOf(ExtensionConfigurationException.class)
                    .hasMessage("no such thing");
        } else {
            assertThat(Requirement.of("no such thing").getReason()).contains("no such thing");
        }
    }
}

package io.sioscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.workbench.AnswerRule;
import io.sioscope.app.workbench.Variables;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTextTest {
    @ParameterizedTest
    @CsvSource({
        "confirm=[true],        confirm,    0,    [true]",
        "confirm@200ms=[true],  confirm,    200,  [true]",
        "a@b@2s=[],             a@b,        2000, []",
        "user@home=[],          user@home,  0,    []",
        "@200ms=[],             @200ms,     0,    []",
        "x=[\"a=b@1s\"],        x,          0,    [\"a=b@1s\"]",
        "x=,                    x,          0,    ''"
    })
    void theEventAndItsDelayStandBeforeTheFirstEqualsSign(String text, String event, long delay, String answer) {
        assertThat(AnswerText.read("/chat", text))
                .contains(new AnswerRule("/chat", event, answer, Duration.ofMillis(delay)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "=[true]", "confirm", "confirm@200ms"})
    void withoutEventOrEqualsSignItIsNone(String text) {
        assertThat(AnswerText.read("", text)).isEmpty();
    }

    @Test
    void anAnswerHoldsInTheNamespaceBeforeIt() {
        ConnectSteps steps = new ConnectSteps();
        assertThat(steps.answer("a=[]")).isTrue();
        steps.namespace("chat");
        assertThat(steps.answer("b@1s=[1]")).isTrue();
        assertThat(steps.answer("c")).isFalse();
        assertThat(steps.answers(Variables.NONE))
                .containsExactly(
                        new AnswerRule("", "a", "[]", Duration.ZERO),
                        new AnswerRule("/chat", "b", "[1]", Duration.ofSeconds(1)));
    }
}

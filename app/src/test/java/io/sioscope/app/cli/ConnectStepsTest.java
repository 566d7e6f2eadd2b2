package io.sioscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.workbench.AnswerRule;
import io.sioscope.app.workbench.Variables;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectStepsTest {
    private final ConnectSteps steps = new ConnectSteps();

    @Test
    void anEmitBelongsToTheNamespaceBeforeItAndTheFirstOneIfNoneIs() {
        steps.emit("early");
        steps.namespace("/chat");
        steps.emit("save");
        steps.argument("1");
        steps.ack(Duration.ofSeconds(2));
        steps.namespace("admin");
        steps.emit("list");
        steps.namespace("/chat");
        steps.emit("again");

        assertThat(steps.namespaces()).containsExactly("/chat", "/admin");
        assertThat(steps.steps(Variables.NONE))
                .containsExactly(
                        new ConnectSteps.Step("", "early", List.of(), Optional.empty()),
                        new ConnectSteps.Step("/chat", "save", List.of("1"), Optional.of(Duration.ofSeconds(2))),
                        new ConnectSteps.Step("/admin", "list", List.of(), Optional.empty()),
                        new ConnectSteps.Step("/chat", "again", List.of(), Optional.empty()));
    }

    @Test
    void namespacesMayHaveVariables() {
        ConnectSteps steps = new ConnectSteps();
        steps.namespace("{{room}}");
        steps.emit("{{event}}");
        assertThat(steps.answer("a=[\"{{room}}\"]")).isTrue();
        Variables values = new Variables(Map.of("room", "chat", "event", "x"));
        assertThat(steps.steps(values)).extracting(ConnectSteps.Step::namespace).containsExactly("/chat");
        assertThat(steps.steps(values)).extracting(ConnectSteps.Step::event).containsExactly("{{event}}");
        assertThat(steps.answers(values))
                .containsExactly(new AnswerRule("/chat", "a", "[\"{{room}}\"]", Duration.ZERO));
    }

    @Test
    void anArgumentOrAckBeforeAnyEmitBelongsToNothing() {
        assertThat(steps.argument("1")).isFalse();
        assertThat(steps.ack(Duration.ofSeconds(1))).isFalse();
    }
}

package io.sioscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.workbench.SpecProblem.Code;
import io.sioscope.app.workbench.SpecProblem.Field;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerRulesTest {
    private static AnswerRule rule(String namespace, String event, String answer) {
        return new AnswerRule(namespace, event, answer, Duration.ZERO);
    }

    private static ConnectHabits with(AnswerRule... rules) {
        return ConnectHabits.NONE.withAnswers(List.of(rules));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "/,       confirm, [0]",
                "/other,  confirm, [0]",
                "/chat,   confirm, [1]",
                "/admin,  confirm, [3]",
                "/chat,   save,    [5]",
                "/,       save,    none",
                "/chat,   Confirm, none",
                "/chat,   confirmed, none"
            })
    void theOwnNamespacesFirstRuleWins(String namespace, String event, String answer) {
        AnswerRules rules = AnswerRules.of(List.of(
                rule("", "confirm", "[0]"),
                rule("/chat", "confirm", "[1]"),
                rule("/chat", "confirm", "[2]"),
                rule("admin", "confirm", "[3]"),
                rule(" ", "confirm", "[4]"),
                rule("/chat", "save", "[5]")));
        assertThat(rules.find(namespace, event).map(found -> found.arguments().values().toString()).orElse(null))
                .isEqualTo(answer);
    }

    @Test
    void anAnswerIsTheListOfItsArgumentsWithTheirDigits() {
        AnswerRules rules = AnswerRules.of(List.of(
                new AnswerRule("", "a", "[null, \"x\", {\"n\": 1.50, \"big\": 12345678901234567890}]", Duration.ofMillis(200)),
                rule("", "b", " ")));
        AnswerRules.Answer answer = rules.find("/", "a").orElseThrow();
        assertThat(answer.delay()).isEqualTo(Duration.ofMillis(200));
        assertThat(answer.arguments().count()).isEqualTo(3);
        assertThat(answer.arguments().value(2).toString()).isEqualTo("{\"n\":1.50,\"big\":12345678901234567890}");
        assertThat(rules.find("/", "b").orElseThrow().arguments().count()).isZero();
    }

    @Test
    void eachWrongRuleIsNamedWithItsLine() {
        ConnectHabits wrong = with(
                rule("", "fine", "[]"),
                rule("", "", "[]"),
                rule("", "connect", "[]"),
                rule("/a,b", "x", "[]"),
                rule("", "x", "[1"),
                rule("", "x", "{\"ok\":true}"),
                new AnswerRule("", "x", "[]", Duration.ofMillis(-1)),
                new AnswerRule("", "x", "[]", AnswerRule.LONGEST.plusMillis(1)),
                new AnswerRule("", "x", "[]", AnswerRule.LONGEST));
        assertThat(ConnectSpec.to("http://localhost").withHabits(wrong).problems())
                .containsExactly(
                        new SpecProblem(Field.ANSWER, Code.EMPTY, 1, ""),
                        new SpecProblem(Field.ANSWER, Code.RESERVED, 2, "connect"),
                        new SpecProblem(Field.ANSWER, Code.NOT_A_PATH, 3, "/a,b"),
                        new SpecProblem(Field.ANSWER, Code.JSON, 4, "1:3"),
                        new SpecProblem(Field.ANSWER, Code.NOT_A_LIST, 5, "{\"ok\":true}"),
                        new SpecProblem(Field.ANSWER, Code.RANGE, 6, "0 ms … 1 h"),
                        new SpecProblem(Field.ANSWER, Code.RANGE, 7, "0 ms … 1 h"));
    }
}

package io.sioscope.app.workbench;

import io.sioscope.protocol.socketio.Arguments;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Says what is answered without a person. A rule for the event's own namespace goes before one for every namespace; among those
 * the first one wins. Immutable; any thread.
 */
final class AnswerRules {

    private final List<Ready> rules;

    private record Ready(AnswerRule rule, Answer answer) {}

    /** An answer that can be sent, and when. */
    record Answer(Arguments arguments, Duration delay) {}

    private AnswerRules(List<Ready> rules) {
        this.rules = rules;
    }

    /**
     * Reads the answers, once.
     *
     * @throws IllegalArgumentException if one of {@link ConnectSpec#problems()} is wrong with them
     */
    static AnswerRules of(List<AnswerRule> rules) {
        return new AnswerRules(rules.stream()
                .sorted(Comparator.comparing(rule -> rule.namespace().isBlank()))
                .map(rule -> new Ready(rule, new Answer(rule.arguments(), rule.delay())))
                .toList());
    }

    /** The answer of an event that asks for one; empty where a person answers. */
    Optional<Answer> find(String namespace, String event) {
        return rules.stream()
                .filter(ready -> ready.rule().matches(namespace, event))
                .findFirst()
                .map(Ready::answer);
    }
}

package io.sioscope.app.cli;

import io.sioscope.app.workbench.AnswerRule;
import io.sioscope.app.workbench.Variables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The options of {@code connect} whose order matters: an {@code --emit} belongs to the {@code --namespace} before it, an
 * {@code --arg} and an {@code --ack} to the {@code --emit} before them; an {@code --answer} holds in the {@code --namespace}
 * before it, and everywhere where none is. One thread.
 */
final class ConnectSteps {
    private final List<String> namespaces = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<AnswerRule> answers = new ArrayList<>();
    private String current = "";

    /**
     * One event to emit.
     *
     * @param namespace where; empty for the first one
     * @param arguments JSON texts and {@code @file}s, as typed
     */
    record Step(String namespace, String event, List<String> arguments, Optional<Duration> ack) {}

    private static final class Draft {
        final String namespace;
        final String event;
        final List<String> arguments = new ArrayList<>();
        Optional<Duration> ack = Optional.empty();

        Draft(String namespace, String event) {
            this.namespace = namespace;
            this.event = event;
        }
    }

    void namespace(String name) {
        current = name.startsWith("/") ? name : "/" + name;
        if (!namespaces.contains(current)) {
            namespaces.add(current);
        }
    }

    void emit(String event) {
        drafts.add(new Draft(current, event));
    }

    /** False where there is no emit to belong to. */
    boolean argument(String text) {
        if (drafts.isEmpty()) {
            return false;
        }
        drafts.getLast().arguments.add(text);
        return true;
    }

    /** False where there is no emit to belong to. */
    boolean ack(Duration timeout) {
        if (drafts.isEmpty()) {
            return false;
        }
        drafts.getLast().ack = Optional.of(timeout);
        return true;
    }

    /** False where the text is no answer. */
    boolean answer(String text) {
        Optional<AnswerRule> rule = AnswerText.read(current, text);
        rule.ifPresent(answers::add);
        return rule.isPresent();
    }

    /** The answers in the order given, in the namespaces that {@code values} make of theirs. */
    List<AnswerRule> answers(Variables values) {
        return answers.stream().map(rule -> rule.withNamespace(values.in(rule.namespace()))).toList();
    }

    /** The namespaces in the order in which they were first named; empty where none was. */
    List<String> namespaces() {
        return List.copyOf(namespaces);
    }

    /** The events in the order given, in the namespaces that {@code values} make of theirs. */
    List<Step> steps(Variables values) {
        return drafts.stream()
                .map(draft -> new Step(values.in(draft.namespace), draft.event, List.copyOf(draft.arguments), draft.ack))
                .toList();
    }
}

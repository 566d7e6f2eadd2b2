package io.sioscope.app.cli;

import io.sioscope.app.workbench.AnswerRule;
import java.time.Duration;
import java.util.Optional;

/** Reads {@code event=JSON} and {@code event@200ms=JSON}. Pure. */
final class AnswerText {

    private AnswerText() {}

    /**
     * The rule that the text stands for. What follows the last {@code @} of the part before the first {@code =} is the delay
     * where it is a duration, and belongs to the event's name where it is not.
     *
     * @param namespace where the rule holds; empty for everywhere
     * @return empty where there is no {@code =}, or no event before it
     */
    static Optional<AnswerRule> read(String namespace, String text) {
        int end = text.indexOf('=');
        if (end <= 0) {
            return Optional.empty();
        }
        String event = text.substring(0, end);
        String answer = text.substring(end + 1);
        int at = event.lastIndexOf('@');
        Optional<Duration> delay = at > 0 ? DurationConverter.read(event.substring(at + 1)) : Optional.empty();
        return Optional.of(new AnswerRule(
                namespace, delay.isPresent() ? event.substring(0, at) : event, answer, delay.orElse(Duration.ZERO)));
    }
}

package io.sioscope.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sioscope.protocol.socketio.Arguments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a connection always answers where an event asks for an acknowledgement. Immutable.
 *
 * @param namespace where the event comes, with its leading slash; blank for every one
 * @param event the event's whole name
 * @param answer the acknowledgement's arguments, as the text of a JSON array; blank for none
 * @param delay how long after the event, 0 to {@link #LONGEST}
 */
public record AnswerRule(String namespace, String event, String answer, Duration delay) {

    /** The longest delay: no program waits longer for an acknowledgement. */
    public static final Duration LONGEST = Duration.ofHours(1);

    /** The same in another namespace. */
    public AnswerRule withNamespace(String changed) {
        return new AnswerRule(changed, event, answer, delay);
    }

    /** Whether this answers an event of that name that came there. */
    boolean matches(String inNamespace, String name) {
        return event.equals(name) && (namespace.isBlank() || whole().equals(inNamespace));
    }

    /** Whether both answer the same event in the same place. */
    public boolean isFor(AnswerRule other) {
        return event.equals(other.event) && (namespace.isBlank() ? other.namespace.isBlank() : whole().equals(other.whole()));
    }

    /**
     * Always answers so, at once.
     *
     * @param namespace where the event comes, with its leading slash
     * @param event the event's whole name
     * @param given what a person answered
     * @return empty where there is binary in it, which no JSON holds
     */
    public static Optional<AnswerRule> of(String namespace, String event, Arguments given) {
        if (!given.attachments().isEmpty()) {
            return Optional.empty();
        }
        String answer = given.count() == 0 ? "" : JsonNodeFactory.instance.arrayNode().addAll(given.values()).toString();
        return Optional.of(new AnswerRule(namespace, event, answer, Duration.ZERO));
    }

    private String whole() {
        return namespace.startsWith("/") ? namespace : "/" + namespace;
    }

    /**
     * What is sent.
     *
     * @throws IllegalArgumentException if the answer is no JSON array; see {@link ConnectSpec#problems()}
     */
    Arguments arguments() {
        if (answer.isBlank()) {
            return Arguments.NONE;
        }
        return switch (JsonValues.read(answer)) {
            case JsonValues.Reading.Read(JsonNode value) when value.isArray() -> {
                List<JsonNode> values = new ArrayList<>();
                value.forEach(values::add);
                yield Arguments.of(values.toArray());
            }
            case JsonValues.Reading.Read other ->
                throw new IllegalArgumentException("the answer of " + event + " is no JSON array");
            case JsonValues.Reading.Wrong(String detail) ->
                throw new IllegalArgumentException("the answer of " + event + " is no JSON at " + detail);
        };
    }
}

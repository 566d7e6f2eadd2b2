package io.sioscope.app.capture;

import java.util.List;
import java.util.Optional;

/** What a filter's term looks at. Names are the same in every language. */
public enum FilterField {
    /** Any text: event, namespace, socket, arguments; it has no name of its own. */
    TEXT(List.of()),
    /** {@code event:}, the event's name. */
    EVENT(List.of("event")),
    /** {@code nsp:}, the namespace. */
    NAMESPACE(List.of("nsp", "namespace")),
    /** {@code dir:}, {@code in} and {@code to-server}, {@code out} and {@code to-client}. */
    DIRECTION(List.of("dir")),
    /** {@code type:}, the kind ({@code ack}) or the layer ({@code fault}). */
    TYPE(List.of("type")),
    /** {@code session:}, the name of the source. */
    SESSION(List.of("session"));

    private final List<String> names;

    FilterField(List<String> names) {
        this.names = names;
    }

    /** The name to offer for completion, without the colon; empty for {@link #TEXT}. */
    public String label() {
        return names.isEmpty() ? "" : names.getFirst();
    }

    /** The field that is written so. */
    static Optional<FilterField> of(String name) {
        for (FilterField field : values()) {
            if (field.names.contains(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}

package io.sioscope.app.capture;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    SESSION(List.of("session")),
    /** {@code sid:}, the Socket.IO id, or its beginning. */
    SOCKET(List.of("sid", "socket")),
    /** {@code ack:open}, {@code ack:ours}, {@code ack:never}, {@code ack:came}, and how long it took: {@code ack>100ms}. */
    ACK(List.of("ack")),
    /** {@code size>10kB}, {@code size<500}, in bytes with decimal units. */
    SIZE(List.of("size")),
    /** {@code is:binary}, {@code is:fault}, {@code is:gap}, {@code is:link}. */
    IS(List.of("is")),
    /** {@code around:#12}, what passed within a second of a packet. */
    AROUND(List.of("around"));

    private final List<String> names;

    FilterField(List<String> names) {
        this.names = names;
    }

    /** The name to offer for completion, without the colon; empty for {@link #TEXT}. */
    public String label() {
        return names.isEmpty() ? "" : names.getFirst();
    }

    /** Whether a value can stand after the field's name; {@code <} and {@code >} begin a comparison. */
    boolean takes(String value) {
        return switch (this) {
            case TEXT, EVENT, NAMESPACE, TYPE, SESSION, SOCKET -> true;
            case DIRECTION -> Set.of("in", "out", "to-server", "to-client").contains(value);
            case ACK -> Set.of("open", "ours", "never", "came").contains(value) || FilterAmount.time(value).isPresent();
            case SIZE -> FilterAmount.size(value).isPresent();
            case IS -> Set.of("binary", "fault", "gap", "link").contains(value);
            case AROUND -> ColumnTests.number(value) > 0;
        };
    }

    /** Whether it may be compared: {@code size>1M}. */
    boolean compares() {
        return this == ACK || this == SIZE;
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

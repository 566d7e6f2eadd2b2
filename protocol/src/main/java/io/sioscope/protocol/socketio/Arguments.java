package io.sioscope.protocol.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.sioscope.protocol.Bytes;
import java.util.List;

/**
 * The values that a packet carries. They stay bytes until somebody asks for a tree. Immutable; safe on any thread.
 *
 * <p>No method here has a body of its own: the constants name implementations, and an interface with such methods would be
 * initialised together with them, in a circle.
 */
public sealed interface Arguments permits JsonArguments, Arguments.Absent {
    /** No payload at all, which is not the same as an empty list. */
    Arguments ABSENT = new Absent();

    /** An empty list of values. */
    Arguments NONE = JsonArguments.EMPTY;

    /** The values as trees, in order; binary ones are Jackson binary nodes, numbers keep their digits. */
    List<JsonNode> values();

    /** The binary values, in the order of their placeholders' numbers. */
    List<Bytes> attachments();

    /** The number of values. */
    int count();

    /** The value at {@code index}, or a missing node where there is none. */
    JsonNode value(int index);

    /**
     * Values to send: anything Jackson can write, with {@code byte[]}, {@link Bytes}, {@code ByteBuffer} and binary nodes,
     * however deep, taken out as attachments.
     *
     * @throws IllegalArgumentException if a value cannot be written as JSON
     */
    static Arguments of(Object... values) {
        return ArgumentsWriter.write(values);
    }

    /** The arguments with one more text at their end. */
    static Arguments append(Arguments arguments, String text) {
        return switch (arguments) {
            case Absent absent -> JsonArguments.EMPTY.plus(text);
            case JsonArguments json -> json.plus(text);
        };
    }

    /** The payload of a packet that ended before it. */
    record Absent() implements Arguments {
        @Override
        public List<JsonNode> values() {
            return List.of();
        }

        @Override
        public List<Bytes> attachments() {
            return List.of();
        }

        @Override
        public int count() {
            return 0;
        }

        @Override
        public JsonNode value(int index) {
            return MissingNode.getInstance();
        }
    }
}

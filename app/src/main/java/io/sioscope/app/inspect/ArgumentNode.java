package io.sioscope.app.inspect;

import java.util.List;

/**
 * One value in the tree of a packet's arguments.
 *
 * @param label its key, or its place in a list as {@code [0]}
 * @param kind what it is
 * @param shown the value as the tree shows it, cut where it is long; containers have none
 * @param size children of a container, characters of a text, bytes of a binary value, else 0
 * @param from where its JSON begins in the arguments' bytes
 * @param to where it ends
 * @param attachment the number of a binary value's attachment, or −1
 * @param children what is inside, cut where there is too much of it
 */
public record ArgumentNode(
        String label, Kind kind, String shown, long size, int from, int to, int attachment, List<ArgumentNode> children) {

    /** What a value is. */
    public enum Kind {
        /** Keys and values. */
        OBJECT,
        /** Values in order. */
        LIST,
        /** A string. */
        TEXT,
        /** A number, with the digits of the wire. */
        NUMBER,
        /** {@code true}, {@code false} or {@code null}. */
        LITERAL,
        /** An attachment, shown where its placeholder stands. */
        BINARY,
        /** Stands for {@link #size} values that are not shown. */
        MORE
    }

    /** Keeps a copy of the list. */
    public ArgumentNode {
        children = List.copyOf(children);
    }
}

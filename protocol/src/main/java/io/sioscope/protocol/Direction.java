package io.sioscope.protocol;

/** Which way a packet travels. Absolute: it never depends on who is looking. */
public enum Direction {
    /** From a client towards a server. */
    TO_SERVER("to-server"),
    /** From a server towards a client. */
    TO_CLIENT("to-client");

    private final String label;

    Direction(String label) {
        this.label = label;
    }

    /** The name in machine-readable output, never translated. */
    public String label() {
        return label;
    }

    /** The other way. */
    public Direction opposite() {
        return this == TO_SERVER ? TO_CLIENT : TO_SERVER;
    }
}

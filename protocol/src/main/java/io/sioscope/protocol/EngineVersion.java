package io.sioscope.protocol;

/** A revision of the Engine.IO protocol, which also decides the Socket.IO protocol revision spoken above it. */
public enum EngineVersion {
    /** Engine.IO 3, spoken by JavaScript clients and servers 1.x and 2.x. */
    V3(3),
    /** Engine.IO 4, spoken by JavaScript clients and servers 3.x and 4.x. */
    V4(4);

    private final int number;

    EngineVersion(int number) {
        this.number = number;
    }

    /** The value of the {@code EIO} query parameter. */
    public int number() {
        return number;
    }
}

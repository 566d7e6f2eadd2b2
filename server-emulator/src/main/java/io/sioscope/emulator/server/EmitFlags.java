package io.sioscope.emulator.server;

/**
 * How an event travels ({@code flags} of the reference). Immutable.
 *
 * @param isVolatile whether it is dropped where the transport cannot take it at once
 * @param compress whether it may be compressed on the way
 * @param local whether only sockets of this process are meant; for adapters that know others
 */
public record EmitFlags(boolean isVolatile, boolean compress, boolean local) {
    /** As events travel by default. */
    public static final EmitFlags NONE = new EmitFlags(false, true, false);

    EmitFlags asVolatile() {
        return new EmitFlags(true, compress, local);
    }

    EmitFlags compressed(boolean now) {
        return new EmitFlags(isVolatile, now, local);
    }

    EmitFlags asLocal() {
        return new EmitFlags(isVolatile, compress, true);
    }
}

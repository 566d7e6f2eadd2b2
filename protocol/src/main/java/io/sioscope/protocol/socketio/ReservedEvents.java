package io.sioscope.protocol.socketio;

import java.util.Set;

/** The event names that Socket.IO keeps for itself, in both directions (socket.io-parser, RESERVED_EVENTS). */
public final class ReservedEvents {
    private static final Set<String> NAMES =
            Set.of("connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener");

    private ReservedEvents() {}

    /** Whether nobody may emit {@code name}. */
    public static boolean contains(String name) {
        return NAMES.contains(name);
    }
}

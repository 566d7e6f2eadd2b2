package io.sioscope.emulator.server;

import org.jspecify.annotations.Nullable;

/** Decides whether a socket may join a namespace. Runs on the connection's event loop and must not block. */
@FunctionalInterface
public interface Middleware {
    /**
     * Looks at a socket that is not connected yet and then, now or later and from any thread, calls {@code next} once.
     * An exception refuses the socket.
     */
    void accept(ServerSocket socket, Next next);

    /** The decision. Calls after the first have no effect. */
    interface Next {
        /** Goes on with the next middleware, or connects the socket. */
        void proceed();

        /** Refuses the socket: the client's {@code connect_error} has this message, and {@code data} if not null. */
        void refuse(String message, @Nullable Object data);

        /** Refuses the socket with a message alone. */
        default void refuse(String message) {
            refuse(message, null);
        }
    }
}

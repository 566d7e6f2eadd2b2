package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;

/** Looks at each event of a socket before its handlers ({@code socket.use}). Runs on the event loop and must not block. */
@FunctionalInterface
public interface SocketMiddleware {
    /**
     * Looks at an event and then, now or later and from any thread, calls {@code next} once. An exception refuses the event.
     *
     * @param name the event's name
     * @param arguments the values after the name
     */
    void accept(String name, Arguments arguments, Next next);

    /** The decision. Calls after the first have no effect. */
    interface Next {
        /** Goes on with the next middleware, or with the handlers. */
        void proceed();

        /** Drops the event; the socket's error handlers hear of it, the client does not. */
        void refuse(Throwable error);
    }
}

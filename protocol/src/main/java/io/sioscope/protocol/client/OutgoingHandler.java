package io.sioscope.protocol.client;

import io.sioscope.protocol.socketio.Arguments;

/** Hears events that leave. Runs on the client's event loop; must not block. */
@FunctionalInterface
public interface OutgoingHandler {
    /**
     * An event is handed to the connection.
     *
     * @param event its name
     * @param arguments its values, without the name
     */
    void handle(String event, Arguments arguments);
}

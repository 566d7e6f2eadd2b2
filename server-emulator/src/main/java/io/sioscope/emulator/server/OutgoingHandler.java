package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;

/** Hears what is sent to one socket ({@code onAnyOutgoing}). Runs on the connection's event loop and must not block. */
@FunctionalInterface
public interface OutgoingHandler {
    /**
     * Called for each event that leaves, broadcasts too.
     *
     * @param name the event's name
     * @param arguments the values after the name
     */
    void on(String name, Arguments arguments);
}

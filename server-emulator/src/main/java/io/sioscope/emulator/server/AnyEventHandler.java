package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;
import java.util.Optional;

/** Hears every event of a socket, before the handlers of its name. Runs on the connection's event loop. */
@FunctionalInterface
public interface AnyEventHandler {
    /**
     * Called for each event.
     *
     * @param name the event's name
     * @param arguments the values after the name
     * @param ack present if the client asked for an acknowledgement; shared with the other handlers
     */
    void on(String name, Arguments arguments, Optional<AckReply> ack);
}

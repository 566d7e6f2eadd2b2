package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;
import java.util.Optional;

/** Hears one event of a socket. Runs on the connection's event loop and must not block. */
@FunctionalInterface
public interface EventHandler {
    /**
     * Called for each event of the name.
     *
     * @param arguments the values after the name
     * @param ack present if the client asked for an acknowledgement
     */
    void on(Arguments arguments, Optional<AckReply> ack);
}

package io.sioscope.protocol.client;

import io.sioscope.protocol.socketio.Arguments;
import java.util.Optional;

/** Hears events of every name. Runs on the client's event loop; must not block. */
@FunctionalInterface
public interface AnyEventHandler {
    /**
     * An event came.
     *
     * @param event its name
     * @param arguments its values, without the name
     * @param ack how to answer, where the server asked for an acknowledgement; all handlers of an event share it
     */
    void handle(String event, Arguments arguments, Optional<AckReply> ack);
}

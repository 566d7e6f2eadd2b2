package io.sioscope.protocol.client;

import io.sioscope.protocol.socketio.Arguments;
import java.util.Optional;

/** Hears events of one name. Runs on the client's event loop; must not block. */
@FunctionalInterface
public interface EventHandler {
    /**
     * An event came.
     *
     * @param arguments its values, without the name
     * @param ack how to answer, where the server asked for an acknowledgement
     */
    void handle(Arguments arguments, Optional<AckReply> ack);
}

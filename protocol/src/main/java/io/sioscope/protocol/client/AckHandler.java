package io.sioscope.protocol.client;

import io.sioscope.protocol.socketio.Arguments;

/** Hears the acknowledgement of one event. Runs on the client's event loop; must not block. */
@FunctionalInterface
public interface AckHandler {
    /** It came. */
    void acknowledged(Arguments answer);

    /**
     * It will not come. Told only where the emit has a timeout of its own or by the client's options: as in the reference,
     * a callback without a timeout is forgotten when the socket is disconnected.
     */
    default void failed(AckException why) {}
}

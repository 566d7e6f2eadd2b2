package io.sioscope.app.workbench;

import io.sioscope.protocol.client.ClientListener;
import io.sioscope.protocol.client.ConnectError;
import io.sioscope.protocol.session.CloseReason;
import io.sioscope.protocol.socketio.Arguments;

/** Hears what happens in a {@link ClientSession}, in order. Runs on its event loop; must not block. */
public interface ClientObserver extends ClientListener {
    /** Hears nothing. */
    ClientObserver NONE = new ClientObserver() {};

    /** The server granted a namespace; also after each reconnection. {@code recovered}: what was missed has been delivered. */
    default void namespaceConnected(String namespace, String sid, boolean recovered) {}

    /** A namespace was not reached. */
    default void namespaceError(String namespace, ConnectError error) {}

    /** A namespace was connected and is not any more. */
    default void namespaceDisconnected(String namespace, CloseReason reason) {}

    /** An event came. */
    default void event(String namespace, String event, Arguments arguments) {}
}

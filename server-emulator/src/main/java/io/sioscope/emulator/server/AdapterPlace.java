package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;
import java.util.Optional;

/** Where an adapter works: the namespace that it serves. Any thread. */
public interface AdapterPlace {
    /** The namespace; its sockets are those of this process. */
    Namespace namespace();

    /** Keeps the rooms of this process's sockets and delivers to them. An adapter of one's own hands on to it. */
    Adapter local();

    /** Tells the namespace's handlers an event that another server has sent to all servers. */
    void serverSideEvent(String event, Arguments arguments, Optional<AckReply> ack);
}

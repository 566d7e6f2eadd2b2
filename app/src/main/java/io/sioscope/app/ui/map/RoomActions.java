package io.sioscope.app.ui.map;

import io.sioscope.app.workbench.BroadcastSeen;
import java.util.List;

/** What the map asks of the program. JavaFX thread. */
public interface RoomActions {

    /** Puts a socket into a room. */
    void join(String session, String namespace, String socket, String room);

    /** Takes a socket out of a room. */
    void leave(String session, String namespace, String socket, String room);

    /** Disconnects a socket from its namespace. */
    void disconnect(String session, String namespace, String socket);

    /** The broadcasts of a host after a number, oldest first. */
    List<BroadcastSeen> broadcastsSince(String session, long number);

    /** Goes to the composer, whose target is what is picked. */
    void compose();
}

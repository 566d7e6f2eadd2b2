package io.sioscope.app.ui.port;

import java.util.Set;

/** Who is in a room now. JavaFX thread. */
@FunctionalInterface
public interface RoomMembers {

    /** Nobody is known to be anywhere. */
    RoomMembers NONE = (session, namespace, room) -> Set.of();

    /**
     * The sockets of a room.
     *
     * @param session a host's id
     * @param namespace where the room is
     * @param room its name
     * @return their Socket.IO ids; a copy
     */
    Set<String> of(String session, String namespace, String room);
}

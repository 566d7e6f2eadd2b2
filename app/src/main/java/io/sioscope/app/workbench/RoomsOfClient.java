package io.sioscope.app.workbench;

import java.util.List;

/**
 * What is known of a client's rooms.
 *
 * @param asked what the client asked for and has not given up since, the latest last
 * @param known what the server put it into, which is known only of a server of our own
 * @param hosted whether the server is one of our own, so that {@code known} is the whole truth
 * @param joining events that the client sent and that by their name may ask for a room
 * @param leaving events that by their name may give one up
 */
public record RoomsOfClient(
        List<RoomAsk> asked, List<RoomAsk> known, boolean hosted, List<String> joining, List<String> leaving) {

    /** Nothing is known. */
    public static final RoomsOfClient NONE = new RoomsOfClient(List.of(), List.of(), false, List.of(), List.of());

    /** Keeps copies. */
    public RoomsOfClient {
        asked = List.copyOf(asked);
        known = List.copyOf(known);
        joining = List.copyOf(joining);
        leaving = List.copyOf(leaving);
    }
}

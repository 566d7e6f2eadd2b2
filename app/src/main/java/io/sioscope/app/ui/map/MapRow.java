package io.sioscope.app.ui.map;

/** One line of the list beside the map, which shows the same things. */
sealed interface MapRow {

    /** Where it is. */
    String namespace();

    /** The line in words. */
    String spoken();

    /** A room. */
    record RoomRow(String namespace, String name, int members, String spoken) implements MapRow {}

    /** A socket. */
    record SocketRow(String namespace, String id, String name, boolean polling, int rooms, String spoken) implements MapRow {}
}

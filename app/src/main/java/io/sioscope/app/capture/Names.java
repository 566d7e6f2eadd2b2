package io.sioscope.app.capture;

/**
 * What repeats from row to row and is kept in memory once: kinds, places, event names. One thread adds, any thread reads.
 * A string that is too long, or for which there is no room, stands in its record alone and has the id {@link #OTHER}.
 */
final class Names {
    /** The id of what is not kept in memory. */
    static final int OTHER = -1;

    /** The longest string that is kept. */
    private static final int LONGEST = 256;

    private static final int MAX_KINDS = 256;

    final Dictionary kinds = new Dictionary(MAX_KINDS);
    final Dictionary events;
    final Dictionary sessions;
    final Dictionary namespaces;
    final Dictionary sockets;
    final Places places;

    Names(int maxPlaces, int maxEvents) {
        places = new Places(maxPlaces);
        events = new Dictionary(maxEvents);
        sessions = new Dictionary(maxEvents);
        namespaces = new Dictionary(maxEvents);
        sockets = new Dictionary(maxPlaces);
    }

    static boolean fits(String text) {
        return text.length() <= LONGEST;
    }

    static boolean fits(Place place) {
        return fits(place.session()) && fits(place.link()) && fits(place.namespace()) && fits(place.socket());
    }

    /** Adds a place and its parts. The writer's thread. */
    int addPlace(Place place) {
        int id = places.add(place);
        if (id != Places.FULL) {
            sessions.add(place.session());
            addUnlessEmpty(namespaces, place.namespace());
            addUnlessEmpty(sockets, place.socket());
        }
        return id;
    }

    private static void addUnlessEmpty(Dictionary dictionary, String text) {
        if (!text.isEmpty()) {
            dictionary.add(text);
        }
    }
}

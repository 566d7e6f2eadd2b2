package io.sioscope.app.ui.map;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The places of the sockets inside one circle, numbered from the middle out. A socket keeps its place as long as it is there;
 * one that comes takes the innermost free one.
 */
final class Slots {

    /** The angle between a place and the next one, which spreads them evenly. */
    private static final double GOLDEN = Math.PI * (3 - Math.sqrt(5));

    private final Map<String, Integer> places = new HashMap<>();
    private final BitSet taken = new BitSet();

    /** Lets these be here and nobody else. */
    void hold(Collection<String> sockets) {
        Set<String> wanted = new HashSet<>(sockets);
        places.entrySet().removeIf(entry -> {
            boolean gone = !wanted.contains(entry.getKey());
            if (gone) {
                taken.clear(entry.getValue());
            }
            return gone;
        });
        for (String socket : sockets) {
            places.computeIfAbsent(socket, id -> {
                int free = taken.nextClearBit(0);
                taken.set(free);
                return free;
            });
        }
    }

    /** One more than the outermost place that is taken. */
    int extent() {
        return taken.length();
    }

    int placeOf(String socket) {
        return places.getOrDefault(socket, 0);
    }

    /** How far a place is from the middle, in units. */
    static double distance(int place) {
        return place == 0 ? 0 : Math.sqrt(place + 0.5);
    }

    static double angle(int place) {
        return place * GOLDEN;
    }
}

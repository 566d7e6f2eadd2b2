package io.sioscope.app.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The distinct places of a journal, bounded. One thread adds; any thread reads a list that only grows. */
final class Places {
    static final int FULL = -1;

    private final int bound;
    private final Map<Place, Integer> ids = new HashMap<>();
    private final Map<String, String> strings = new HashMap<>();
    private volatile Place[] places = new Place[64];
    private volatile int size;

    Places(int bound) {
        this.bound = bound;
    }

    int size() {
        return size;
    }

    Place get(int id) {
        return places[id];
    }

    boolean isFull() {
        return size >= bound;
    }

    int find(Place place) {
        Integer id = ids.get(place);
        return id == null ? FULL : id;
    }

    int add(Place place) {
        int known = find(place);
        if (known != FULL || isFull()) {
            return known;
        }
        int id = size;
        Place[] present = places;
        if (id == present.length) {
            present = Arrays.copyOf(present, id * 2);
        }
        Place kept = new Place(
                shared(place.session()), shared(place.link()), shared(place.namespace()), shared(place.socket()));
        present[id] = kept;
        places = present;
        ids.put(kept, id);
        size = id + 1;
        return id;
    }

    private String shared(String text) {
        String known = strings.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    List<Place> values() {
        int length = size;
        return new ArrayList<>(Arrays.asList(places).subList(0, length));
    }
}

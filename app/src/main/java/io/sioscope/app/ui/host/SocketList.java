package io.sioscope.app.ui.host;

import io.sioscope.app.workbench.SocketSnapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ObservableList;

/** Brings a shown list up to date with as few changes as possible, so that selection and place in the list stay. */
final class SocketList {

    private SocketList() {}

    private record Key(String namespace, String id) {}

    private static Key key(SocketSnapshot socket) {
        return new Key(socket.namespace(), socket.id());
    }

    /** Whether anything changed. */
    static boolean update(ObservableList<SocketSnapshot> shown, List<SocketSnapshot> now) {
        if (now.equals(shown)) {
            return false;
        }
        Map<Key, SocketSnapshot> wanted = new HashMap<>();
        now.forEach(socket -> wanted.put(key(socket), socket));
        shown.removeIf(socket -> !wanted.containsKey(key(socket)));
        Set<Key> there = new HashSet<>();
        for (int i = 0; i < shown.size(); i++) {
            SocketSnapshot fresh = wanted.get(key(shown.get(i)));
            there.add(key(shown.get(i)));
            if (fresh != null && !fresh.equals(shown.get(i))) {
                shown.set(i, fresh);
            }
        }
        List<SocketSnapshot> come = now.stream().filter(socket -> !there.contains(key(socket))).toList();
        if (!come.isEmpty()) {
            shown.addAll(come);
        }
        return true;
    }
}

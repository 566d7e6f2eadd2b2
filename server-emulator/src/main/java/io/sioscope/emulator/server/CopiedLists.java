package io.sioscope.emulator.server;

import java.util.ArrayList;
import java.util.List;

/**
 * Changed copies of immutable lists. What every socket holds is kept so: an empty list costs nothing, one of one element a quarter of
 * what a copy-on-write list does. Pure; any thread.
 */
final class CopiedLists {
    private CopiedLists() {}

    static <T> List<T> append(List<T> list, T element) {
        return with(list, list.size(), element);
    }

    static <T> List<T> prepend(List<T> list, T element) {
        return with(list, 0, element);
    }

    private static <T> List<T> with(List<T> list, int at, T element) {
        List<T> changed = new ArrayList<>(list.size() + 1);
        changed.addAll(list);
        changed.add(at, element);
        return List.copyOf(changed);
    }

    /** Without the first that is equal. */
    static <T> List<T> without(List<T> list, T element) {
        List<T> changed = new ArrayList<>(list);
        return changed.remove(element) ? List.copyOf(changed) : list;
    }
}

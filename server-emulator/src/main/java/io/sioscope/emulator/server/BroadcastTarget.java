package io.sioscope.emulator.server;

import java.util.Set;

/**
 * Whom a broadcast addresses.
 *
 * @param rooms the rooms; empty for the whole namespace
 * @param except the rooms whose sockets are left out
 */
public record BroadcastTarget(Set<String> rooms, Set<String> except) {
    /** Everybody. */
    public static final BroadcastTarget ALL = new BroadcastTarget(Set.of(), Set.of());

    /** Keeps copies of the sets. */
    public BroadcastTarget {
        rooms = Set.copyOf(rooms);
        except = Set.copyOf(except);
    }
}

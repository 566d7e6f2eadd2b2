package io.sioscope.emulator.server;

import java.util.Set;

/**
 * Whom a broadcast addresses, and how it travels.
 *
 * @param rooms the rooms; empty for the whole namespace
 * @param except the rooms whose sockets are left out
 * @param flags how it travels
 */
public record BroadcastTarget(Set<String> rooms, Set<String> except, EmitFlags flags) {
    /** Everybody. */
    public static final BroadcastTarget ALL = new BroadcastTarget(Set.of(), Set.of());

    /** Keeps copies of the sets. */
    public BroadcastTarget {
        rooms = Set.copyOf(rooms);
        except = Set.copyOf(except);
    }

    /** As broadcasts travel by default. */
    public BroadcastTarget(Set<String> rooms, Set<String> except) {
        this(rooms, except, EmitFlags.NONE);
    }

    BroadcastTarget with(EmitFlags other) {
        return new BroadcastTarget(rooms, except, other);
    }
}

package io.sioscope.app.ui.composer;

import io.sioscope.app.workbench.Target;

/**
 * Somebody to send to, or to leave out.
 *
 * @param kind what it is
 * @param id a room's name or a socket's id; else empty
 * @param words how the list names it
 * @param brief how the closed field names it
 * @param reach how many sockets it is now; −1 for a client's server, of which nobody knows
 */
public record TargetChoice(TargetKind kind, String id, String words, String brief, int reach) {

    /** The same in the workbench's terms; one namespace's part of it. */
    public Target target() {
        return switch (kind) {
            case SERVER -> new Target.Server();
            case EVERYWHERE, ALL, NOBODY -> new Target.All();
            case ROOM -> new Target.Room(id);
            case SOCKET -> new Target.Socket(id);
        };
    }

    /** Whether the other names the same, whatever its words and number are by now. */
    boolean isSame(TargetChoice other) {
        return kind == other.kind && id.equals(other.id);
    }
}

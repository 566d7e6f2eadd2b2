package io.sioscope.app.capture;

import java.util.Set;

/**
 * What a view shows before any filter.
 *
 * @param transport whether heartbeats, other Engine.IO packets and HTTP exchanges are shown
 * @param session the session whose rows are shown; empty for all
 * @param namespace the namespace whose rows are shown; empty for all
 * @param after rows up to this number are hidden, as <em>Clear</em> does; 0 for none
 * @param sockets the Socket.IO ids whose rows are shown; empty for all
 * @param answers whether an acknowledgement has a row of its own although the row of the packet that it answers tells of
 *     it; a filter by words or types finds it either way
 */
public record ViewScope(boolean transport, String session, String namespace, long after, Set<String> sockets, boolean answers) {
    /** Everything but the transport's own packets. */
    public static final ViewScope PACKETS = new ViewScope(false, "", "", 0);

    /** Everything. */
    public static final ViewScope ALL = new ViewScope(true, "", "", 0);

    /** A scope in which acknowledgements have rows of their own. */
    public ViewScope(boolean transport, String session, String namespace, long after) {
        this(transport, session, namespace, after, Set.of(), true);
    }

    /** A scope of all sockets. */
    public ViewScope(boolean transport, String session, String namespace, long after, boolean answers) {
        this(transport, session, namespace, after, Set.of(), answers);
    }

    /** Keeps a copy of the set. */
    public ViewScope {
        sockets = Set.copyOf(sockets);
    }
}

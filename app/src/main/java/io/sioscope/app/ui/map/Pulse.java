package io.sioscope.app.ui.map;

import io.sioscope.app.workbench.BroadcastSeen;
import java.util.Set;

/**
 * A broadcast that is being shown.
 *
 * @param words whom it went to
 * @param recipients the ids of the sockets that it went to
 * @param beganNanos on the scale of {@link System#nanoTime()}
 */
record Pulse(BroadcastSeen seen, String words, Set<String> recipients, long beganNanos) {
    Pulse {
        recipients = Set.copyOf(recipients);
    }
}

package io.sioscope.app.workbench;

import java.util.List;

/**
 * An event that a host sent to a choice of its sockets. Immutable.
 *
 * @param number counts the session's broadcasts from 1
 * @param timeNanos nanoseconds since 1970-01-01T00:00Z, on the capture's clock
 * @param namespace with its leading slash
 * @param event its name
 * @param rooms the rooms that it meant, sorted; empty for the whole namespace
 * @param sender the id of the socket that was left out as the one that broadcasts; empty where the server itself sent
 * @param recipients the ids of the sockets that it went to
 */
public record BroadcastSeen(
        long number,
        long timeNanos,
        String namespace,
        String event,
        List<String> rooms,
        String sender,
        List<String> recipients) {
    /** Keeps copies. */
    public BroadcastSeen {
        rooms = List.copyOf(rooms);
        recipients = List.copyOf(recipients);
    }
}

package io.sioscope.app.workbench;

import io.sioscope.protocol.socketio.Arguments;
import java.time.Duration;
import java.util.List;

/** What became of an event. Immutable values; nobody throws for these. */
public sealed interface EmitOutcome {
    /** Handed to the connection; no acknowledgement was asked. */
    record Sent() implements EmitOutcome {}

    /**
     * Acknowledged.
     *
     * @param answers one from a server or a single socket, one for each socket of a room
     * @param latency from the emit to the answer, the last one of several
     */
    record Acknowledged(List<Arguments> answers, Duration latency) implements EmitOutcome {
        /** Keeps a copy of the list. */
        public Acknowledged {
            answers = List.copyOf(answers);
        }
    }

    /** Not acknowledged in time, or not by all; {@code answers} are those that came. */
    record TimedOut(List<Arguments> answers) implements EmitOutcome {
        /** Keeps a copy of the list. */
        public TimedOut {
            answers = List.copyOf(answers);
        }
    }

    /** The other side went away before it acknowledged. */
    record Disconnected() implements EmitOutcome {}

    /** Nothing was sent. */
    record Rejected(Why why) implements EmitOutcome {}

    /** Why nothing was sent. */
    enum Why {
        /** There is no such session any more, or it cannot send. */
        NO_SESSION,
        /** The session does not have this namespace. */
        NO_NAMESPACE,
        /** The host has no such socket in the namespace. */
        NO_SOCKET,
        /** The target does not fit the kind of session. */
        WRONG_TARGET,
        /** The event's name is reserved. */
        RESERVED_EVENT
    }
}

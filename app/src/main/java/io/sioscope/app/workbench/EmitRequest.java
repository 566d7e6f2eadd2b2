package io.sioscope.app.workbench;

import io.sioscope.protocol.socketio.Arguments;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An event to send.
 *
 * @param session the id of a client or a host session
 * @param target {@link Target.Server} for a client, any other for a host
 * @param except the rooms, or the ids of the sockets, that a room's or a namespace's event leaves out; empty for nobody
 * @param namespace with its leading slash
 * @param event its name, not a reserved one
 * @param ackTimeout how long to wait for the acknowledgement; empty where none is asked
 */
public record EmitRequest(
        String session,
        Target target,
        List<String> except,
        String namespace,
        String event,
        Arguments arguments,
        Optional<Duration> ackTimeout) {
    /** Keeps a copy of the list. */
    public EmitRequest {
        except = List.copyOf(except);
    }

    /** One that leaves nobody out. */
    public EmitRequest(
            String session,
            Target target,
            String namespace,
            String event,
            Arguments arguments,
            Optional<Duration> ackTimeout) {
        this(session, target, List.of(), namespace, event, arguments, ackTimeout);
    }
}

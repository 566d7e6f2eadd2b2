package io.sioscope.app.workbench;

import io.sioscope.protocol.socketio.Arguments;
import java.time.Duration;
import java.util.Optional;

/**
 * An event to send.
 *
 * @param session the id of a client or a host session
 * @param target {@link Target.Server} for a client, any other for a host
 * @param namespace with its leading slash
 * @param event its name, not a reserved one
 * @param ackTimeout how long to wait for the acknowledgement; empty where none is asked
 */
public record EmitRequest(
        String session,
        Target target,
        String namespace,
        String event,
        Arguments arguments,
        Optional<Duration> ackTimeout) {}

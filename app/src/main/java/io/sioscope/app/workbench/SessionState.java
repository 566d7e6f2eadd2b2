package io.sioscope.app.workbench;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.ConnectFailure;
import java.time.Instant;

/** How a session stands. Immutable values. */
public sealed interface SessionState {
    /** A client's first attempt to open is under way. */
    record Connecting() implements SessionState {}

    /** A client's connection is open. */
    record Connected(Transport transport) implements SessionState {}

    /**
     * A client's connection is lost or did not come about, and is tried again.
     *
     * @param attempt which attempt comes next or runs, from 1
     * @param until when the pause before it ends
     */
    record Reconnecting(int attempt, Instant until) implements SessionState {}

    /** A client's connection ended and stays so, or a host stopped. {@code reason} is the reference's word for it. */
    record Closed(String reason) implements SessionState {}

    /** A client's connection did not come about and is not tried again. */
    record Failed(ConnectFailure failure) implements SessionState {}

    /**
     * A host takes connections.
     *
     * @param url what to give to a client, such as {@code http://localhost:3000}
     * @param path where Engine.IO lives
     */
    record Listening(String url, int port, String path) implements SessionState {}

    /** A file is being read; {@code packets} so far. */
    record Loading(long packets) implements SessionState {}

    /** A file has been read. */
    record Opened(long packets) implements SessionState {}
}

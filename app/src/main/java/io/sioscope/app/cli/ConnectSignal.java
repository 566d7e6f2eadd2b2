package io.sioscope.app.cli;

import io.sioscope.app.workbench.EmitOutcome;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.client.ConnectError;
import io.sioscope.protocol.session.CloseReason;
import io.sioscope.protocol.session.ConnectFailure;
import io.sioscope.protocol.session.VersionFound;

/** What happened in a client session, on its way to the command's thread. Immutable values. */
sealed interface ConnectSignal {
    /** The revision that the server speaks was found out. */
    record Found(VersionFound found) implements ConnectSignal {}

    /**
     * The server granted a namespace. {@code engine} is the revision of Engine.IO, {@code recovered}: a lost session is
     * back.
     */
    record Connected(String namespace, String sid, Transport transport, int engine, boolean recovered)
            implements ConnectSignal {}

    /** The session moved to another transport. */
    record Upgraded(Transport to) implements ConnectSignal {}

    /** A namespace was not reached. */
    record NamespaceError(String namespace, ConnectError error) implements ConnectSignal {}

    /** A namespace was connected and is not any more. */
    record Disconnected(String namespace, CloseReason reason) implements ConnectSignal {}

    /** An attempt to open failed. */
    record Failed(ConnectFailure failure) implements ConnectSignal {}

    /** The open session ended. */
    record Closed(CloseReason reason) implements ConnectSignal {}

    /** Another attempt begins. */
    record Attempt(int attempt) implements ConnectSignal {}

    /** An attempt brought the session back. */
    record Reconnected(int attempt) implements ConnectSignal {}

    /** No attempt is left. */
    record GaveUp() implements ConnectSignal {}

    /** An event that is waited for came. */
    record Seen(String event) implements ConnectSignal {}

    /** What became of the emission with an index of the plan. */
    record Answered(int emission, EmitOutcome outcome) implements ConnectSignal {}
}

package io.sioscope.emulator.http;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.CloseReason;
import io.sioscope.protocol.session.ServerMessage;

/** What lives above the sessions of an {@link EngineHost}. */
@FunctionalInterface
public interface EngineApplication {
    /** A session is about to open; returns what hears of it. Called on the session's event loop. */
    Session open(EngineLink link);

    /** Hears of one session, on its event loop, and must not block. */
    interface Session {
        /** The open packet is on its way. */
        void opened();

        /** A text message came, with its type digit. */
        void text(Bytes raw);

        /** A binary message came. */
        void binary(Bytes data);

        /** The session moved to another transport. */
        void upgraded(Transport from, Transport to);

        /** A message that the application sent leaves now. Called only if there is a capture. */
        void sent(ServerMessage message, Transport transport);

        /** The session is over. The last call. */
        void closed(CloseReason reason);
    }
}

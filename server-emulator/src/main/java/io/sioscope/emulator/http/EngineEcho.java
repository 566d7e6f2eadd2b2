package io.sioscope.emulator.http;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.CloseReason;
import io.sioscope.protocol.session.ServerMessage;
import java.util.List;

/** Engine.IO without Socket.IO above it: every message goes back as it came. Any thread. */
public final class EngineEcho implements EngineApplication {
    @Override
    public Session open(EngineLink link) {
        return new Echoing(link);
    }

    private record Message(Bytes text, List<Bytes> attachments) implements ServerMessage {}

    private record Echoing(EngineLink link) implements Session {
        @Override
        public void opened() {}

        @Override
        public void text(Bytes raw) {
            link.sendNow(new Message(raw, List.of()));
        }

        @Override
        public void binary(Bytes data) {
            link.sendNow(new Message(Bytes.EMPTY, List.of(data)));
        }

        @Override
        public void upgraded(Transport from, Transport to) {}

        @Override
        public void sent(ServerMessage message, Transport transport) {}

        @Override
        public void closed(CloseReason reason) {}
    }
}

package io.sioscope.protocol.session;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.EngineV4Codec;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.List;

/** One Engine.IO packet that waits to be sent, and what a tap is to be told when it leaves. */
public sealed interface ClientOutgoing {
    /** The packet as it stands on a WebSocket. */
    Bytes raw();

    /** Whether it is a binary message. */
    default boolean binary() {
        return false;
    }

    /** The record that stands for it in a polling body. */
    default Bytes pollingRecord() {
        return binary() ? EngineV4Codec.encodeBinaryRecord(raw()) : raw();
    }

    /** Heartbeat, probe, upgrade, close. */
    record Control(EnginePacket packet) implements ClientOutgoing {
        @Override
        public Bytes raw() {
            return packet.raw();
        }
    }

    /**
     * The text of a Socket.IO packet.
     *
     * @param socket the id of the socket in its namespace, or empty
     * @param attachments what follows as {@link Attachment}s
     */
    record Text(String socket, SocketPacket packet, Bytes raw, List<Bytes> attachments) implements ClientOutgoing {}

    /** A binary message that belongs to the {@link Text} before it. */
    record Attachment(Bytes raw) implements ClientOutgoing {
        @Override
        public boolean binary() {
            return true;
        }
    }
}

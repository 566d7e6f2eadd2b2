package io.sioscope.protocol.session;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.EngineRecord;
import io.sioscope.protocol.socketio.MsgpackCodec;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.List;

/** One Engine.IO packet that waits to be sent, and what a tap is to be told when it leaves. */
public sealed interface ClientOutgoing {
    /** The text with its type digit, or a binary message's bytes. */
    Bytes raw();

    /** Whether it is a binary message. */
    default boolean binary() {
        return false;
    }

    /** Whether it may be compressed where the transport can. */
    default boolean compress() {
        return true;
    }

    /** The packet as a framing takes it. */
    default EngineRecord unframed() {
        return new EngineRecord(raw(), binary());
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
    record Text(String socket, SocketPacket packet, Bytes raw, List<Bytes> attachments, boolean compress)
            implements ClientOutgoing {}

    /**
     * A Socket.IO packet in MessagePack, one binary message.
     *
     * @param socket the id of the socket in its namespace, or empty
     */
    record Packed(String socket, SocketPacket packet, Bytes raw, boolean compress) implements ClientOutgoing {
        static Packed of(String socket, SocketPacket packet, boolean compress) {
            return new Packed(socket, packet, MsgpackCodec.encode(packet), compress);
        }

        @Override
        public boolean binary() {
            return true;
        }
    }

    /** A binary message that belongs to the {@link Text} before it. */
    record Attachment(Bytes raw, boolean compress) implements ClientOutgoing {
        @Override
        public boolean binary() {
            return true;
        }
    }
}

package io.sioscope.protocol.session;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.EngineV4Codec;
import java.util.List;

/** An Engine.IO packet of the server's own: open, heartbeat, probe answer, noop, close. */
public record ServerControl(EnginePacket packet) implements ServerMessage {
    /** The heartbeat of version 4. */
    public static final ServerControl PING = new ServerControl(new EnginePacket.Ping(EngineV4Codec.PING));
    /** The answer to a version 3 client's heartbeat. */
    public static final ServerControl PONG = new ServerControl(new EnginePacket.Pong(EngineV4Codec.PONG));
    /** The answer to an upgrade's probe. */
    public static final ServerControl PROBE_PONG = new ServerControl(new EnginePacket.Pong(EngineV4Codec.PROBE_PONG));
    /** Releases a waiting poll. */
    public static final ServerControl NOOP = new ServerControl(new EnginePacket.Noop(EngineV4Codec.NOOP));
    /** Ends a polling session. */
    public static final ServerControl CLOSE = new ServerControl(new EnginePacket.Close(EngineV4Codec.CLOSE));

    @Override
    public Bytes text() {
        return packet.raw();
    }

    @Override
    public List<Bytes> attachments() {
        return List.of();
    }
}

package io.sioscope.protocol.engineio;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.fault.ProtocolFault;

/** One Engine.IO packet, or what arrived in place of one. Text keeps its leading type digit, as on the wire. */
public sealed interface EnginePacket {
    /** The packet as it stands on a WebSocket: the text with its type digit, or a binary message's bytes. */
    Bytes raw();

    /** The kind's name in machine-readable output. */
    String kind();

    /** Type 0, from the server: opens the session; the handshake's JSON follows the digit. */
    record Open(Bytes raw) implements EnginePacket {
        @Override
        public String kind() {
            return "open";
        }
    }

    /** Type 1, either side, on polling: ends the session. */
    record Close(Bytes raw) implements EnginePacket {
        @Override
        public String kind() {
            return "close";
        }
    }

    /** Type 2: heartbeat, from the server in revision 4; with the text {@code probe}, from the client, an upgrade. */
    record Ping(Bytes raw) implements EnginePacket {
        @Override
        public String kind() {
            return "ping";
        }
    }

    /** Type 3: the answer to a {@link Ping}, with the same text. */
    record Pong(Bytes raw) implements EnginePacket {
        @Override
        public String kind() {
            return "pong";
        }
    }

    /** Type 4, either side: a text message, for Socket.IO a packet. */
    record Message(Bytes raw) implements EnginePacket {
        @Override
        public String kind() {
            return "message";
        }
    }

    /** A binary message; it has no type digit in revision 4. */
    record BinaryMessage(Bytes raw) implements EnginePacket {
        @Override
        public String kind() {
            return "binary";
        }
    }

    /** Type 5, from the client: switches the session to the probed transport. */
    record Upgrade(Bytes raw) implements EnginePacket {
        @Override
        public String kind() {
            return "upgrade";
        }
    }

    /** Type 6, from the server: releases a waiting poll. */
    record Noop(Bytes raw) implements EnginePacket {
        @Override
        public String kind() {
            return "noop";
        }
    }

    /** Something that is no Engine.IO packet. */
    record Malformed(Bytes raw, ProtocolFault fault) implements EnginePacket {
        @Override
        public String kind() {
            return "malformed";
        }
    }
}

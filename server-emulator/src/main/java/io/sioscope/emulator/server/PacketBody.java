package io.sioscope.emulator.server;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.session.ServerMessage;
import io.sioscope.protocol.socketio.MsgpackCodec;
import io.sioscope.protocol.socketio.PacketParser;
import io.sioscope.protocol.socketio.SocketIoCodec;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.List;

/** A packet encoded once, for one socket or many. */
record PacketBody(SocketPacket packet, Bytes text, List<Bytes> attachments, EmitFlags flags) implements ServerMessage {
    static PacketBody of(SocketPacket packet, PacketParser parser) {
        return of(packet, parser, EmitFlags.NONE);
    }

    static PacketBody of(SocketPacket packet, PacketParser parser, EmitFlags flags) {
        return switch (parser) {
            case JSON -> json(packet, flags);
            case MSGPACK -> new PacketBody(packet, Bytes.EMPTY, List.of(MsgpackCodec.encode(packet)), flags);
        };
    }

    /** The packet in the form in which captures keep it, whatever travels. */
    static PacketBody json(SocketPacket packet) {
        return json(packet, EmitFlags.NONE);
    }

    private static PacketBody json(SocketPacket packet, EmitFlags flags) {
        SocketIoCodec.Encoded encoded = SocketIoCodec.encode(packet);
        return new PacketBody(packet, encoded.text(), encoded.attachments(), flags);
    }

    @Override
    public boolean isVolatile() {
        return flags.isVolatile();
    }

    @Override
    public boolean compress() {
        return flags.compress();
    }

    /** A body on its way to one socket, made only where a capture wants to know which. */
    record Delivery(PacketBody body, String socket) implements ServerMessage {
        @Override
        public Bytes text() {
            return body.text();
        }

        @Override
        public List<Bytes> attachments() {
            return body.attachments();
        }

        @Override
        public boolean isVolatile() {
            return body.isVolatile();
        }

        @Override
        public boolean compress() {
            return body.compress();
        }
    }
}

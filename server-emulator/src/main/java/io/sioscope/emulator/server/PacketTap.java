package io.sioscope.emulator.server;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.capture.Where;
import io.sioscope.protocol.fault.ProtocolFault;
import io.sioscope.protocol.net.CaptureClock;
import io.sioscope.protocol.session.ServerMessage;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.List;

/** Tells the capture of one connection's Socket.IO packets. On the connection's event loop. */
final class PacketTap {
    private final CaptureSink sink;
    private final String link;

    PacketTap(CaptureSink sink, String link) {
        this.sink = sink;
        this.link = link;
    }

    private Where where(Direction direction, Transport transport) {
        return new Where(link, direction, transport, CaptureClock.system().nowNanos());
    }

    void received(Transport transport, String socket, SocketPacket packet, Bytes raw, List<Bytes> attachments) {
        // A packet that came as one binary message is kept in its JSON form, which every reader of captures knows.
        PacketBody kept = raw.isEmpty() ? PacketBody.json(packet) : new PacketBody(packet, raw, attachments, EmitFlags.NONE);
        sink.accept(new CaptureEvent.Packet(
                where(Direction.TO_SERVER, transport), socket, packet, kept.text(), kept.attachments()));
    }

    void sent(Transport transport, ServerMessage message) {
        if (message instanceof PacketBody.Delivery delivery) {
            PacketBody sent = delivery.body();
            PacketBody body = sent.text().isEmpty() ? PacketBody.json(sent.packet()) : sent;
            sink.accept(new CaptureEvent.Packet(
                    where(Direction.TO_CLIENT, transport),
                    delivery.socket(),
                    body.packet(),
                    body.text(),
                    body.attachments()));
        }
    }

    void fault(Transport transport, String namespace, ProtocolFault fault, Bytes raw, boolean binary) {
        sink.accept(new CaptureEvent.Fault(
                where(Direction.TO_SERVER, transport), namespace, fault, raw, binary));
    }
}

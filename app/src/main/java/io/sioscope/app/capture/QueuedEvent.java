package io.sioscope.app.capture;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.fault.ProtocolFault;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits in the hub: an event or a ready entry. Immutable.
 *
 * @param size the true size in bytes
 * @param cost the memory that it keeps, roughly
 * @param bodyDropped whether its bytes were left out already
 */
record QueuedEvent(
        String session,
        @Nullable CaptureEvent event,
        @Nullable Entry ready,
        long size,
        long cost,
        boolean bodyDropped) {
    QueuedEvent(String session, CaptureEvent event, long size, long cost, boolean bodyDropped) {
        this(session, event, null, size, cost, bodyDropped);
    }

    static QueuedEvent ofEntry(Entry entry) {
        return new QueuedEvent(entry.session(), null, entry, entry.size(), entry.size() + 200, false);
    }

    Entry entry() {
        if (ready != null) {
            return ready;
        }
        if (event == null) {
            throw new IllegalStateException("neither event nor entry");
        }
        Entry entry = Entries.of(session, event);
        return bodyDropped ? resized(entry) : entry;
    }

    private Entry resized(Entry entry) {
        Entry light = entry.withoutBody();
        return new Entry(
                light.timeNanos(),
                light.session(),
                light.link(),
                light.direction(),
                light.transport(),
                light.layer(),
                light.kind(),
                light.namespace(),
                light.socket(),
                light.event(),
                light.ackId(),
                size,
                light.binary(),
                light.body(),
                light.details());
    }

    /** The same without bytes, where there are any worth leaving out; otherwise this. */
    QueuedEvent withoutBody(long smallCost) {
        if (cost <= smallCost) {
            return this;
        }
        if (ready != null) {
            return new QueuedEvent(session, null, ready.withoutBody(), size, smallCost, true);
        }
        return switch (event) {
            case CaptureEvent.Packet packet -> {
                CaptureEvent light = new CaptureEvent.Packet(
                        packet.where(), packet.socket(), head(packet.packet()), Bytes.EMPTY, List.of());
                yield new QueuedEvent(session, light, size, smallCost, true);
            }
            case CaptureEvent.Fault fault -> {
                ProtocolFault what = fault.fault();
                CaptureEvent light = new CaptureEvent.Fault(
                        fault.where(), fault.namespace(), what, Bytes.EMPTY, fault.binary());
                yield new QueuedEvent(session, light, size, smallCost, true);
            }
            case null, default -> this;
        };
    }

    private static SocketPacket head(SocketPacket packet) {
        return switch (packet) {
            case SocketPacket.Connect connect -> new SocketPacket.Connect(connect.namespace(), Arguments.ABSENT);
            case SocketPacket.ConnectError error ->
                new SocketPacket.ConnectError(error.namespace(), Arguments.ABSENT);
            case SocketPacket.Disconnect disconnect -> disconnect;
            case SocketPacket.Event event ->
                new SocketPacket.Event(event.namespace(), event.ackId(), event.name(), Arguments.ABSENT);
            case SocketPacket.Ack ack -> new SocketPacket.Ack(ack.namespace(), ack.ackId(), Arguments.ABSENT);
        };
    }
}

package io.sioscope.app.capture;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.capture.Where;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.fault.FaultCode;
import io.sioscope.protocol.fault.ProtocolFault;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.SocketIoCodec;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.List;

/** Events as a tap would tell them, for tests. Time starts at a fixed moment and is given in milliseconds after it. */
public final class Taps {
    public static final long START_NANOS = 1_767_261_600_000_000_000L;
    public static final Direction UP = Direction.TO_SERVER;
    public static final Direction DOWN = Direction.TO_CLIENT;

    private Taps() {}

    public static Where at(long millis, Direction direction) {
        return at("link1", millis, direction, Transport.WEBSOCKET);
    }

    public static Where at(String link, long millis, Direction direction, Transport transport) {
        return new Where(link, direction, transport, START_NANOS + millis * 1_000_000);
    }

    public static CaptureEvent.Packet packet(Where where, SocketPacket packet) {
        SocketIoCodec.Encoded encoded = SocketIoCodec.encode(packet);
        return new CaptureEvent.Packet(where, "sock1", packet, encoded.text(), encoded.attachments());
    }

    public static CaptureEvent.Packet event(long millis, Direction direction, String name, Object... arguments) {
        return packet(at(millis, direction), SocketPacket.Event.of("/", name, Arguments.of(arguments)));
    }

    public static CaptureEvent.Packet asking(long millis, Direction direction, long ackId, Object... arguments) {
        return packet(at(millis, direction), new SocketPacket.Event("/", ackId, "ask", Arguments.of(arguments)));
    }

    public static CaptureEvent.Packet ack(long millis, Direction direction, long ackId, Object... arguments) {
        return packet(at(millis, direction), new SocketPacket.Ack("/", ackId, Arguments.of(arguments)));
    }

    public static CaptureEvent.Engine ping(long millis) {
        return new CaptureEvent.Engine(at(millis, DOWN), new EnginePacket.Ping(Bytes.utf8("2")));
    }

    public static CaptureEvent.Fault fault(long millis, String raw) {
        return new CaptureEvent.Fault(
                at(millis, UP), "/", new ProtocolFault(FaultCode.JSON_SYNTAX, 3, ""), Bytes.utf8(raw), false);
    }

    public static CaptureEvent.Link closed(long millis) {
        return new CaptureEvent.Link(
                at(millis, UP), new CaptureEvent.LinkChange.Closed("transport close", "the peer went away"));
    }

    public static CaptureEvent.Http http(long millis, Header... headers) {
        return new CaptureEvent.Http(
                at("link1", millis, DOWN, Transport.POLLING),
                "GET",
                "/socket.io/?EIO=4&transport=polling&sid=link1",
                "http://localhost:3000/socket.io/?EIO=4&transport=polling&sid=link1",
                200,
                List.of(headers),
                List.of(new Header("Content-Type", "text/plain")),
                0,
                42,
                START_NANOS + (millis - 1) * 1_000_000);
    }

    public static CaptureEvent.Gap gap(long millis) {
        return new CaptureEvent.Gap(at(millis, UP), 17, 1_700, START_NANOS + (millis + 5) * 1_000_000);
    }

    public static void record(Recorder recorder, String session, CaptureEvent... events) {
        for (CaptureEvent event : events) {
            recorder.append(Entries.of(session, event));
        }
        recorder.commit();
    }
}

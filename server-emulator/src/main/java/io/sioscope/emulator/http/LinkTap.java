package io.sioscope.emulator.http;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.capture.Where;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.fault.FaultCode;
import io.sioscope.protocol.fault.ProtocolFault;
import io.sioscope.protocol.net.CaptureClock;

/** Tells the capture what one session does below its messages. On the session's event loop. */
final class LinkTap {
    private final CaptureSink sink;
    private final String link;

    LinkTap(CaptureSink sink, String link) {
        this.sink = sink;
        this.link = link;
    }

    private Where where(Direction direction, Transport transport) {
        return new Where(link, direction, transport, CaptureClock.system().nowNanos());
    }

    void opened(Transport transport, HandshakeRequest request) {
        sink.accept(new CaptureEvent.Link(
                where(Direction.TO_SERVER, transport),
                new CaptureEvent.LinkChange.Opened(
                        request.absoluteUrl(), request.version().number())));
    }

    void upgraded(Transport from, Transport to) {
        sink.accept(new CaptureEvent.Link(
                where(Direction.TO_SERVER, to), new CaptureEvent.LinkChange.Upgraded(from, to)));
    }

    void closed(Transport transport, String reason) {
        sink.accept(new CaptureEvent.Link(
                where(Direction.TO_SERVER, transport), new CaptureEvent.LinkChange.Closed(reason, "")));
    }

    void packet(Direction direction, Transport transport, EnginePacket packet) {
        sink.accept(new CaptureEvent.Engine(where(direction, transport), packet));
    }

    void fault(Transport transport, ProtocolFault fault, Bytes raw, boolean binary) {
        sink.accept(new CaptureEvent.Fault(where(Direction.TO_SERVER, transport), "", fault, raw, binary));
    }

    void tooLarge(Transport transport, long atLeast) {
        ProtocolFault fault = new ProtocolFault(FaultCode.TOO_LARGE, 0, atLeast < 0 ? "" : Long.toString(atLeast));
        fault(transport, fault, Bytes.EMPTY, false);
    }
}

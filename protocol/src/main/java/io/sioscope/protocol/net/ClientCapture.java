package io.sioscope.protocol.net;

import io.netty.handler.codec.http.HttpHeaders;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.CaptureEvent.LinkChange;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.capture.Where;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.Handshake;
import io.sioscope.protocol.fault.ProtocolFault;
import io.sioscope.protocol.session.ClientTap;
import io.sioscope.protocol.session.ConnectFailure;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.List;

/** Tells a {@link CaptureSink} what one client engine does, under the engine's id as soon as it has one. Event loop only. */
final class ClientCapture implements ClientTap {
    private final CaptureSink sink;
    private final CaptureClock clock;
    private final String url;
    private String link;

    /** {@code link} names the connection until the server does. */
    ClientCapture(CaptureSink sink, CaptureClock clock, String url, String link) {
        this.sink = sink;
        this.clock = clock;
        this.url = url;
        this.link = link;
    }

    private Where where(Direction direction, Transport transport) {
        return new Where(link, direction, transport, clock.nowNanos());
    }

    @Override
    public void opened(Transport transport, EngineVersion version, Handshake handshake) {
        link = handshake.sid();
        link(transport, new LinkChange.Opened(url, version.number()));
    }

    @Override
    public void engine(Direction direction, Transport transport, EnginePacket packet) {
        sink.accept(new CaptureEvent.Engine(where(direction, transport), packet));
    }

    @Override
    public void packet(
            Direction direction,
            Transport transport,
            String socket,
            SocketPacket packet,
            Bytes raw,
            List<Bytes> attachments) {
        sink.accept(new CaptureEvent.Packet(where(direction, transport), socket, packet, raw, attachments));
    }

    @Override
    public void fault(Transport transport, String namespace, ProtocolFault fault, Bytes raw, boolean binary) {
        sink.accept(new CaptureEvent.Fault(where(Direction.TO_CLIENT, transport), namespace, fault, raw, binary));
    }

    @Override
    public void link(Transport transport, LinkChange change) {
        sink.accept(new CaptureEvent.Link(where(Direction.TO_SERVER, transport), change));
    }

    @Override
    public void failed(ConnectFailure failure) {
        String detail = failure.describe().description();
        String message = detail.isEmpty() ? failure.message() : failure.message() + ": " + detail;
        link(failure.transport(), new LinkChange.Failed(url, message));
    }

    /** An HTTP exchange is complete. {@code startedNanoTime} is {@link System#nanoTime()} of its beginning. */
    void exchange(Exchange exchange, int status, HttpHeaders answer, long answerBytes) {
        sink.accept(new CaptureEvent.Http(
                where(Direction.TO_SERVER, exchange.transport()),
                exchange.method(),
                exchange.target(),
                exchange.base() + exchange.target(),
                status,
                ClientRequests.listed(exchange.headers()),
                ClientRequests.listed(answer),
                exchange.bytes(),
                answerBytes,
                clock.at(exchange.startedNanoTime())));
    }

    /**
     * A request whose answer is awaited.
     *
     * @param base scheme and authority
     * @param bytes the size of its body
     * @param startedNanoTime {@link System#nanoTime()} of its beginning
     */
    record Exchange(
            Transport transport,
            String method,
            String base,
            String target,
            HttpHeaders headers,
            long bytes,
            long startedNanoTime) {}
}

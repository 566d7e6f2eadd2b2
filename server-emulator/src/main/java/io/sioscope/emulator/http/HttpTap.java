package io.sioscope.emulator.http;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.capture.Where;
import io.sioscope.protocol.net.CaptureClock;
import java.util.List;

/** Tells the capture of answered requests. Any thread. */
final class HttpTap {
    private final CaptureSink sink;

    HttpTap(CaptureSink sink) {
        this.sink = sink;
    }

    void answered(HttpExchange exchange, HttpResponse response, long requestBytes, long responseBytes) {
        EngineLink link = exchange.link();
        String sid = link == null ? exchange.target().parameter("sid") : link.id();
        Transport transport =
                response.status().code() == 101 ? Transport.WEBSOCKET : Transport.POLLING;
        Where where = new Where(
                sid, Direction.TO_SERVER, transport, CaptureClock.system().nowNanos());
        sink.accept(new CaptureEvent.Http(
                where,
                exchange.head().method().name(),
                exchange.target().raw(),
                exchange.absoluteUrl(),
                response.status().code(),
                headers(exchange.head().headers()),
                headers(response.headers()),
                requestBytes,
                responseBytes,
                exchange.startedNanos()));
    }

    private static List<Header> headers(HttpHeaders headers) {
        return headers.entries().stream()
                .map(entry -> new Header(entry.getKey(), entry.getValue()))
                .toList();
    }
}

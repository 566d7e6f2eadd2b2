package io.sioscope.app.workbench;

import io.sioscope.protocol.Direction;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.capture.Where;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.socketio.SocketPacket;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Measures how long the server takes to answer a client, on the packets' way into the capture. The heartbeat tells it best, but
 * only clients of Engine.IO 3 send one: since Engine.IO 4 the server does, and from outside the server nothing can be measured.
 * Until a heartbeat was answered, the last acknowledgement or CONNECT stands for it. Any thread.
 */
final class LatencyMeter implements CaptureSink {
    private static final int BARE = 1;

    /** A server may leave as many events unanswered as it likes: the oldest are forgotten. */
    private static final int MOST_ASKED = 256;

    /** What waits for an answer; a namespace's CONNECT has no acknowledgement id. */
    private record Asked(String namespace, long ackId) {}

    private final CaptureSink sink;
    private final Map<Asked, Long> asked = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Long> eldest) {
            return size() > MOST_ASKED;
        }
    };
    private @Nullable RoundTrip heartbeat;
    private final Map<String, RoundTrip> byNamespace = new HashMap<>();
    private @Nullable RoundTrip other;
    private long pingNanos;
    private boolean pinged;

    /** Measures, and passes everything on. */
    LatencyMeter(CaptureSink sink) {
        this.sink = sink;
    }

    @Override
    public Pressure accept(CaptureEvent event) {
        switch (event) {
            case CaptureEvent.Engine(Where where, EnginePacket packet) -> note(where, packet);
            case CaptureEvent.Packet it -> note(it.where(), it.packet());
            case CaptureEvent.Link(Where _, CaptureEvent.LinkChange.Closed _) -> forget();
            case CaptureEvent.Link _, CaptureEvent.Http _, CaptureEvent.Fault _, CaptureEvent.Gap _ -> {}
        }
        return sink.accept(event);
    }

    /** A ping with a text tries a transport out; it is no heartbeat. */
    private synchronized void note(Where where, EnginePacket packet) {
        if (packet instanceof EnginePacket.Ping ping
                && where.direction() == Direction.TO_SERVER
                && ping.raw().length() == BARE) {
            pingNanos = where.timeNanos();
            pinged = true;
        } else if (packet instanceof EnginePacket.Pong && where.direction() == Direction.TO_CLIENT && pinged) {
            heartbeat = new RoundTrip(RoundTrip.Kind.HEARTBEAT, Duration.ofNanos(where.timeNanos() - pingNanos));
            pinged = false;
        }
    }

    private void note(Where where, SocketPacket packet) {
        boolean out = where.direction() == Direction.TO_SERVER;
        switch (packet) {
            case SocketPacket.Event event when out && event.ackId() != SocketPacket.NO_ACK -> ask(where, packet);
            case SocketPacket.Connect _ when out -> ask(where, packet);
            case SocketPacket.Ack _ when !out -> answer(where, packet, RoundTrip.Kind.ACK);
            case SocketPacket.Connect _ -> answer(where, packet, RoundTrip.Kind.CONNECT);
            case SocketPacket.Event _,
                    SocketPacket.Ack _,
                    SocketPacket.Disconnect _,
                    SocketPacket.ConnectError _ -> {}
        }
    }

    private synchronized void ask(Where where, SocketPacket packet) {
        asked.put(new Asked(packet.namespace(), packet.ackId()), where.timeNanos());
    }

    private synchronized void answer(Where where, SocketPacket packet, RoundTrip.Kind kind) {
        Long since = asked.remove(new Asked(packet.namespace(), packet.ackId()));
        if (since != null) {
            other = new RoundTrip(kind, Duration.ofNanos(where.timeNanos() - since));
            byNamespace.put(packet.namespace(), other);
        }
    }

    private synchronized void forget() {
        asked.clear();
        byNamespace.clear();
        heartbeat = null;
        other = null;
        pinged = false;
    }

    /** How long the last acknowledgement or CONNECT in a namespace took; empty where none came yet, or the connection is lost. */
    synchronized Optional<RoundTrip> latest(String namespace) {
        return Optional.ofNullable(byNamespace.get(namespace));
    }

    /** How long the last answer took; empty where none came yet, or the connection is lost. */
    synchronized Optional<RoundTrip> latest() {
        return Optional.ofNullable(heartbeat == null ? other : heartbeat);
    }
}

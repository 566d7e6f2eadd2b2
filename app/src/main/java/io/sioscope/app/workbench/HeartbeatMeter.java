package io.sioscope.app.workbench;

import io.sioscope.protocol.Direction;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.capture.Where;
import io.sioscope.protocol.engineio.EnginePacket;
import java.time.Duration;
import java.util.Optional;

/**
 * Measures how long the server takes to answer a client's heartbeat, on the heartbeat's way into the capture. Only clients of
 * Engine.IO 3 send one; since Engine.IO 4 the server does, and from outside the server nothing can be measured. Any thread.
 */
final class HeartbeatMeter implements CaptureSink {
    private static final int BARE = 1;

    private final CaptureSink sink;
    private Optional<Duration> latest = Optional.empty();
    private long askedNanos;
    private boolean waiting;

    /** Measures, and passes everything on. */
    HeartbeatMeter(CaptureSink sink) {
        this.sink = sink;
    }

    @Override
    public Pressure accept(CaptureEvent event) {
        if (event instanceof CaptureEvent.Engine(Where where, EnginePacket packet)) {
            note(where, packet);
        } else if (event instanceof CaptureEvent.Link(Where where, CaptureEvent.LinkChange.Closed closed)) {
            forget();
        }
        return sink.accept(event);
    }

    /** A ping with a text tries a transport out; it is no heartbeat. */
    private synchronized void note(Where where, EnginePacket packet) {
        if (packet instanceof EnginePacket.Ping ping
                && where.direction() == Direction.TO_SERVER
                && ping.raw().length() == BARE) {
            askedNanos = where.timeNanos();
            waiting = true;
        } else if (packet instanceof EnginePacket.Pong && where.direction() == Direction.TO_CLIENT && waiting) {
            latest = Optional.of(Duration.ofNanos(where.timeNanos() - askedNanos));
            waiting = false;
        }
    }

    private synchronized void forget() {
        latest = Optional.empty();
        waiting = false;
    }

    /** How long the last answer took; empty where none came yet, or the connection is lost. */
    synchronized Optional<Duration> latest() {
        return latest;
    }
}

package io.sioscope.app.workbench;

import io.sioscope.emulator.server.ServerListener;
import io.sioscope.emulator.server.ServerSocket;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.session.CloseReason;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts what passes to and from each connected socket, on its way into the capture. A socket's packets are told on one event
 * loop, so that its counters have one writer and need no locked instruction; any thread reads them.
 */
final class SocketMeter implements CaptureSink {
    private static final int EVENTS = 0;
    private static final int BYTES = 1;
    private static final int PER_DIRECTION = 2;

    private final CaptureSink sink;
    private final Map<String, AtomicLongArray> counts = new ConcurrentHashMap<>();

    /** Counts, and passes everything on. */
    SocketMeter(CaptureSink sink) {
        this.sink = sink;
    }

    @Override
    public Pressure accept(CaptureEvent event) {
        if (event instanceof CaptureEvent.Packet packet) {
            AtomicLongArray known = counts.get(packet.socket());
            if (known != null) {
                count(known, packet);
            }
        }
        return sink.accept(event);
    }

    @Override
    public Pressure pressure() {
        return sink.pressure();
    }

    private static void count(AtomicLongArray known, CaptureEvent.Packet packet) {
        int at = packet.where().direction() == Direction.TO_SERVER ? 0 : PER_DIRECTION;
        if (packet.packet() instanceof SocketPacket.Event) {
            add(known, at + EVENTS, 1);
        }
        long bytes = packet.raw().length();
        for (Bytes attachment : packet.attachments()) {
            bytes += attachment.length();
        }
        add(known, at + BYTES, bytes);
    }

    private static void add(AtomicLongArray known, int at, long more) {
        known.setRelease(at, known.getPlain(at) + more);
    }

    /** What passed to and from a socket while it is connected. */
    Optional<SocketTraffic> of(String socket) {
        return Optional.ofNullable(counts.get(socket))
                .map(known -> new SocketTraffic(
                        known.getAcquire(EVENTS),
                        known.getAcquire(BYTES),
                        known.getAcquire(PER_DIRECTION + EVENTS),
                        known.getAcquire(PER_DIRECTION + BYTES)));
    }

    /** Tells the meter who comes and goes; sockets that it was not told of are not counted. */
    ServerListener listener() {
        return new ServerListener() {
            @Override
            public void socketConnected(ServerSocket socket) {
                counts.put(socket.id(), new AtomicLongArray(2 * PER_DIRECTION));
            }

            @Override
            public void socketDisconnected(ServerSocket socket, CloseReason reason) {
                counts.remove(socket.id());
            }
        };
    }
}

package io.sioscope.app.capture;

import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.CaptureSink;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One source's way into the hub. What finds no room is counted here, and told in one gap before the next event that finds
 * some. Any thread; the lock is held for a few additions.
 */
final class SessionSink implements CaptureSink {
    /** What an event takes beside its bytes, roughly. */
    private static final int OVERHEAD = 200;

    private final Hub hub;
    private final String session;
    private final ReentrantLock lock = new ReentrantLock();
    private final LossCount loss = new LossCount();
    private volatile boolean losing;

    /** The message last seen; a broadcast's deliveries share it, and it is in memory only once. A race costs an estimate. */
    private @Nullable Object lastRaw;

    SessionSink(Hub hub, String session) {
        this.hub = hub;
        this.session = session;
    }

    @Override
    public Pressure accept(CaptureEvent event) {
        long size = Entries.size(event);
        if (hub.isClosing()) {
            hub.lost(1, size);
            return Pressure.LOW;
        }
        if (losing) {
            tellLoss();
        }
        QueuedEvent queued = new QueuedEvent(session, event, size, cost(event, size), false);
        if (losing || !hub.offer(queued)) {
            count(event.where().timeNanos(), size);
        }
        return hub.pressure();
    }

    @Override
    public Pressure pressure() {
        return hub.pressure();
    }

    private long cost(CaptureEvent event, long size) {
        if (!(event instanceof CaptureEvent.Packet packet)) {
            return size + OVERHEAD;
        }
        boolean shared = isSame(packet.raw(), lastRaw);
        lastRaw = packet.raw();
        return shared ? OVERHEAD : size + OVERHEAD;
    }

    @SuppressWarnings("ReferenceEquality") // whether the memory is shared is the question
    private static boolean isSame(Object one, @Nullable Object other) {
        return one == other;
    }

    private void count(long timeNanos, long size) {
        lock.lock();
        try {
            loss.add(1, size, timeNanos);
            losing = true;
        } finally {
            lock.unlock();
        }
        hub.lost(1, size);
    }

    /** Queues the gap of what was left out so far, if there is any and it finds room. */
    void tellLoss() {
        lock.lock();
        try {
            if (!loss.isEmpty() && hub.hasRoom()) {
                losing = !hub.offerGap(loss, session);
            }
        } finally {
            lock.unlock();
        }
    }
}

package io.sioscope.app.capture;

import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureSink;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jctools.queues.MpscChunkedArrayQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes events from any number of sources on any thread and records them on one. Bounded in events and bytes: when the bytes
 * are used up, further events lose their bodies; when there is no room at all they are merged into one gap per source. It
 * never makes a source wait.
 */
public final class Hub implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

    private static final int SMALL = 512;
    private static final int BATCH = 2_048;
    private static final int BUSY_ROUNDS = 50;
    private static final long BUSY_PAUSE = Duration.ofMillis(2).toNanos();
    private static final long IDLE_PAUSE = Duration.ofSeconds(1).toNanos();
    private static final Duration LAST_WORK = Duration.ofSeconds(20);

    private final HubLimits limits;
    private final Recorder recorder;
    private final Statistics statistics;
    private final List<CaptureListener> listeners = new CopyOnWriteArrayList<>();
    private final MpscChunkedArrayQueue<QueuedEvent> queue;
    private final ConcurrentHashMap<String, SessionSink> sinks = new ConcurrentHashMap<>();
    private final AtomicLong queuedBytes = new AtomicLong();
    private final LongAdder recorded = new LongAdder();
    private final LongAdder recordedBytes = new LongAdder();
    private final LongAdder lostEvents = new LongAdder();
    private final LongAdder lostBytes = new LongAdder();
    private final LongAdder droppedBodies = new LongAdder();
    private final Thread thread;
    private volatile boolean idle;
    private volatile boolean closing;

    /** A hub that records until it is closed; it closes the recorder then. */
    public Hub(Recorder recorder, HubLimits limits, Statistics statistics) {
        this.recorder = recorder;
        this.limits = limits;
        this.statistics = statistics;
        this.queue = new MpscChunkedArrayQueue<>(Math.min(1_024, limits.events() / 2), limits.events());
        this.thread = Thread.ofPlatform().name("capture").daemon(true).unstarted(this::run);
        this.thread.start();
    }

    /** A hub with {@link HubLimits#DEFAULT}. */
    public Hub(Recorder recorder) {
        this(recorder, HubLimits.DEFAULT, new Statistics(System::nanoTime));
    }

    /** The sink of a source; the same one for the same name. */
    public CaptureSink sink(String session) {
        return sinks.computeIfAbsent(session, name -> new SessionSink(this, name));
    }

    /** Has rows told as they are recorded, from now on. */
    public void listen(CaptureListener listener) {
        listeners.add(listener);
    }

    /** Rates and totals. */
    public Statistics statistics() {
        return statistics;
    }

    /** What was recorded and what was lost. */
    public HubMetrics metrics() {
        return new HubMetrics(
                recorded.sum(), recordedBytes.sum(), lostEvents.sum(), lostBytes.sum(), droppedBodies.sum());
    }

    /**
     * Records a ready entry, waiting while the hub is under pressure. For sources that can wait, such as a file; never for
     * an event loop.
     *
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public void feed(Entry entry) throws InterruptedException {
        QueuedEvent queued = QueuedEvent.ofEntry(entry);
        while (closing || pressure() == CaptureSink.Pressure.HIGH || !offer(queued)) {
            if (closing) {
                lost(1, entry.size());
                return;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.parkNanos(BUSY_PAUSE);
        }
    }

    CaptureSink.Pressure pressure() {
        return queuedBytes.get() > limits.bytes() / 2 || queue.size() > limits.events() / 2
                ? CaptureSink.Pressure.HIGH
                : CaptureSink.Pressure.LOW;
    }

    boolean isClosing() {
        return closing;
    }

    boolean hasRoom() {
        return queue.size() < queue.capacity() - 1;
    }

    /** Queues an event, without its body where bodies have no more room; false where there is none at all. */
    boolean offer(QueuedEvent event) {
        QueuedEvent kept = event;
        if (queuedBytes.get() + event.cost() > limits.bytes()) {
            kept = event.withoutBody(SMALL);
        }
        if (queuedBytes.addAndGet(kept.cost()) > limits.bytes() * 2 || !queue.relaxedOffer(kept)) {
            queuedBytes.addAndGet(-kept.cost());
            return false;
        }
        if (kept.bodyDropped()) {
            droppedBodies.increment();
        }
        wake();
        return true;
    }

    /** Queues a gap, behind what the same source told before; the count starts anew only where that succeeds. */
    boolean offerGap(LossCount loss, String session) {
        Entry gap = loss.take(session, Direction.TO_SERVER, Transport.WEBSOCKET);
        if (gap.details() instanceof Details.Gap told && !offer(new QueuedEvent(session, null, gap, 0, 0, false))) {
            loss.add(told.events(), told.bytes(), gap.timeNanos());
            loss.add(0, 0, told.untilNanos());
            return false;
        }
        return true;
    }

    void lost(long events, long bytes) {
        lostEvents.add(events);
        lostBytes.add(bytes);
        statistics.lost(events);
    }

    private void wake() {
        if (idle) {
            idle = false;
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        int emptyRounds = 0;
        while (true) {
            boolean last = closing;
            boolean worked = round();
            if (last && !worked) {
                recorder.close();
                return;
            }
            emptyRounds = worked ? 0 : emptyRounds + 1;
            if (!worked) {
                rest(emptyRounds > BUSY_ROUNDS);
            }
        }
    }

    /** Short naps while events keep coming, so that no source pays for waking this thread; then a long one. */
    private void rest(boolean deeply) {
        if (!deeply) {
            LockSupport.parkNanos(BUSY_PAUSE);
            return;
        }
        idle = true;
        if (queue.isEmpty() && !closing) {
            LockSupport.parkNanos(IDLE_PAUSE);
        }
        idle = false;
    }

    /** Records what waits, at most a batch; false where nothing waited. */
    private boolean round() {
        int taken = 0;
        if (queue.isEmpty()) {
            sinks.values().forEach(SessionSink::tellLoss);
        }
        QueuedEvent next = queue.relaxedPoll();
        while (next != null) {
            taken++;
            queuedBytes.addAndGet(-next.cost());
            recordOrLose(next);
            next = taken < BATCH ? queue.relaxedPoll() : null;
        }
        commit(taken);
        return taken > 0;
    }

    /** One of the program's borders: a mistake of ours costs one row, and is told once with its trace in the log. */
    private void recordOrLose(QueuedEvent next) {
        try {
            record(next);
        } catch (RuntimeException bug) {
            LOG.error("an event could not be recorded", bug);
            lost(1, next.size());
        }
    }

    private void commit(int taken) {
        if (taken > 0) {
            int lost = recorder.commit();
            if (lost > 0) {
                lost(lost, 0);
                recorded.add(-lost);
            }
        }
    }

    private void record(QueuedEvent next) {
        Entry entry = next.entry();
        @Nullable Numbered row = recorder.append(entry);
        if (row == null) {
            lost(1, entry.size());
            return;
        }
        recorded.increment();
        if (entry.layer() != Layer.GAP) {
            recordedBytes.add(entry.size());
        }
        statistics.recorded(entry);
        for (CaptureListener listener : listeners) {
            tell(listener, row);
        }
    }

    private static void tell(CaptureListener listener, Numbered row) {
        try {
            listener.recorded(row);
        } catch (RuntimeException bug) {
            LOG.error("a listener failed on row {}", row.n(), bug);
        }
    }

    /** Records what still waits, closes the recorder, and ends. Events that come later are lost. Waits at most 20 seconds. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            if (!thread.join(LAST_WORK)) {
                LOG.warn("the capture did not end in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.sioscope.app.ui.kit;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way onto the JavaFX thread. Sources are <em>pulled</em>, at most thirty times a second and at most once in a pulse:
 * nobody pushes rows to the window, so a flood of packets cannot fill the toolkit's queue. All pulls of one pulse share
 * a budget of 4 ms; who did not get its turn is first in the next one. Where a pulse takes long, on a busy machine or
 * without a graphics card, rounds become rarer, down to eight a second, so that most of the thread's time stays free for
 * the person's own gestures.
 *
 * <p>Single tasks ({@link #later}) are gathered in a queue of ours and cost one posted event, however many they are.
 * A task or source that throws is logged and does no harm to the others.
 *
 * <p>Made, started and closed on the JavaFX thread; {@link #later} and {@link #work} may be called from any.
 */
public final class FxPump implements FxExecutor, AutoCloseable {

    /** What all pulls of one pulse may take together, in nanoseconds. */
    static final long BUDGET_NANOS = 4_000_000;

    /** The least time between two rounds, in nanoseconds: rows that change faster than this cannot be read. */
    static final long INTERVAL_NANOS = 30_000_000;

    /** The most time between two rounds, in nanoseconds: what changes more slowly than this looks stuck. */
    static final long MAX_INTERVAL_NANOS = 125_000_000;

    /** One part of the time for a round and the pulse that shows it, the others for everything else. */
    private static final long SHARE = 6;

    private static final Logger LOG = LoggerFactory.getLogger(FxPump.class);

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean posted = new AtomicBoolean();
    private final List<Source> sources = new CopyOnWriteArrayList<>();
    private final ArrayDeque<Source> round = new ArrayDeque<>();
    private long lastRound;
    private long interval = INTERVAL_NANOS;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            long start = System.nanoTime();
            if (pulse(now)) {
                Platform.runLater(() -> took(System.nanoTime() - start));
            }
        }
    };

    /** Something that has news now and then. */
    @FunctionalInterface
    public interface Source {

        /**
         * Takes what is new, and no more than fits before the deadline. Called on the JavaFX thread, again and again; costs
         * next to nothing when there is nothing new.
         *
         * @param deadlineNanos on the scale of {@link System#nanoTime()}
         */
        void pull(long deadlineNanos);
    }

    /** Begins to pull. */
    public void start() {
        timer.start();
    }

    /** Pulls no more; tasks that were asked for still run. */
    @Override
    public void close() {
        timer.stop();
        sources.clear();
        round.clear();
    }

    /**
     * Pulls this source from now on.
     *
     * @param source called on the JavaFX thread
     * @return takes the source out again; harmless when called twice
     */
    public Runnable attach(Source source) {
        sources.add(source);
        return () -> {
            sources.remove(source);
            round.remove(source);
        };
    }

    @Override
    public void later(Runnable task) {
        tasks.add(task);
        if (posted.compareAndSet(false, true)) {
            Platform.runLater(this::runTasks);
        }
    }

    @Override
    public <T> Work work(Callable<T> job, Consumer<? super T> done, Consumer<? super Exception> failed) {
        AtomicBoolean cancelled = new AtomicBoolean();
        Thread worker = Thread.ofVirtual().name("ui-work").start(() -> {
            try {
                T result = job.call();
                later(() -> unless(cancelled, () -> done.accept(result)));
            } catch (InterruptedException | CancellationException e) {
                LOG.debug("work was called off", e);
            } catch (Exception e) {
                later(() -> unless(cancelled, () -> failed.accept(e)));
            }
        });
        return () -> {
            cancelled.set(true);
            worker.interrupt();
        };
    }

    private static void unless(AtomicBoolean cancelled, Runnable task) {
        if (!cancelled.get()) {
            task.run();
        }
    }

    private void runTasks() {
        posted.set(false);
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            guard(task);
        }
    }

    /**
     * One pulse.
     *
     * @param now the pulse's time in nanoseconds
     * @return whether anything was pulled
     */
    boolean pulse(long now) {
        if (now - lastRound < interval && round.isEmpty()) {
            return false;
        }
        lastRound = now;
        if (round.isEmpty()) {
            round.addAll(sources);
        }
        long deadline = System.nanoTime() + BUDGET_NANOS;
        do {
            Source source = round.poll();
            if (source != null) {
                guard(() -> source.pull(deadline));
            }
        } while (!round.isEmpty() && System.nanoTime() < deadline);
        return true;
    }

    /**
     * Learns how long a round and the pulse that showed it took.
     *
     * @param nanos from the round's start until the thread was free again
     */
    void took(long nanos) {
        interval = Math.clamp((interval + nanos * SHARE) / 2, INTERVAL_NANOS, MAX_INTERVAL_NANOS);
    }

    private static void guard(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("internal problem in the window", e);
        }
    }
}

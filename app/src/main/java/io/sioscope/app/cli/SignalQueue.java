package io.sioscope.app.cli;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Brings what happens on event loops to the command's thread, in order and without ever blocking the sender. Bounded: what
 * does not fit is counted. Any thread.
 */
final class SignalQueue<T> {
    private static final int CAPACITY = 65_536;

    private final BlockingQueue<T> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong lost = new AtomicLong();

    void send(T signal) {
        if (!queue.offer(signal)) {
            lost.incrementAndGet();
        }
    }

    /** The next one, or null after {@code atMost} or an interrupt. */
    @Nullable T next(Duration atMost) {
        try {
            return queue.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** How many did not fit since the last call. */
    long takeLost() {
        return lost.getAndSet(0);
    }
}

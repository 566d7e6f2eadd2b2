package io.sioscope.protocol.net;

import io.netty.channel.EventLoop;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** The calls of one client as tasks on its event loop, in their order. Any thread. */
public final class ClientTasks {
    private final EventLoop loop;
    private final AtomicInteger waiting = new AtomicInteger();

    ClientTasks(EventLoop loop) {
        this.loop = loop;
    }

    /** Runs a task later; false if the loop has ended. */
    public boolean later(Runnable task) {
        waiting.incrementAndGet();
        try {
            loop.execute(() -> run(task));
            return true;
        } catch (RejectedExecutionException ended) {
            waiting.decrementAndGet();
            return false;
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } finally {
            waiting.decrementAndGet();
        }
    }

    /**
     * Runs a task at once where this is the loop, no other task waits or runs and {@code allowed}, which is asked on the loop, and
     * otherwise later; false if the loop has ended. What a handler sends is on its way while the messages behind the one that it
     * heard are still being read.
     */
    public boolean soon(BooleanSupplier allowed, Runnable task) {
        if (waiting.get() > 0 || !loop.inEventLoop() || !allowed.getAsBoolean()) {
            return later(task);
        }
        task.run();
        return true;
    }
}

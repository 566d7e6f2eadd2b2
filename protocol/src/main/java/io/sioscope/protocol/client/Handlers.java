package io.sioscope.protocol.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registered handlers of one kind. One that throws, also by a failed assertion of somebody's test, is logged and told, and does
 * not keep the others from their call. Any thread.
 */
final class Handlers<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Handlers.class);

    /** Each registration is an object of its own, so that a handler added twice is taken away once at a time. */
    private static final class Entry<T> {
        final T handler;

        Entry(T handler) {
            this.handler = handler;
        }
    }

    private final List<Entry<T>> entries = new CopyOnWriteArrayList<>();
    private final Consumer<Throwable> failed;

    /** Tells {@code failed} what a handler threw. */
    Handlers(Consumer<Throwable> failed) {
        this.failed = failed;
    }

    Subscription add(T handler) {
        Entry<T> entry = new Entry<>(handler);
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    void call(Consumer<T> call) {
        for (Entry<T> entry : entries) {
            try {
                call.accept(entry.handler);
            } catch (RuntimeException | AssertionError | StackOverflowError thrown) {
                LOG.error("a handler threw", thrown);
                failed.accept(thrown);
            }
        }
    }
}

package io.sioscope.emulator.server;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads one socket through its namespace's middlewares, one after the other. Each may decide on any thread. */
final class Admission {
    private static final Logger LOG = LoggerFactory.getLogger(SioServer.class);

    private final LiveSocket socket;
    private final Iterator<Middleware> rest;
    private final Runnable admitted;
    private final BiConsumer<String, @Nullable Object> refused;

    Admission(
            LiveSocket socket, Runnable admitted, BiConsumer<String, @Nullable Object> refused) {
        this.socket = socket;
        this.rest = socket.namespace().middlewares().iterator();
        this.admitted = admitted;
        this.refused = refused;
    }

    /** Asks the next middleware, which a handler's thread may do long after the first. */
    void next() {
        Middleware middleware;
        synchronized (rest) {
            middleware = rest.hasNext() ? rest.next() : null;
        }
        if (middleware == null) {
            admitted.run();
            return;
        }
        Step step = new Step();
        try {
            middleware.accept(socket, step);
        } catch (RuntimeException | AssertionError | StackOverflowError failure) {
            LOG.error("a middleware of {} failed; the socket is refused", socket.namespace().name(), failure);
            step.refuse("Internal error");
        }
    }

    private final class Step implements Middleware.Next {
        private final AtomicBoolean decided = new AtomicBoolean();

        @Override
        public void proceed() {
            if (decided.compareAndSet(false, true)) {
                next();
            }
        }

        @Override
        public void refuse(String message, @Nullable Object data) {
            if (decided.compareAndSet(false, true)) {
                refused.accept(message, data);
            }
        }
    }
}

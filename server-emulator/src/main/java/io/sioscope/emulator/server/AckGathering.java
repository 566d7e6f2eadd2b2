package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The acknowledgements of one broadcast until all have come or the time is up. Any thread. */
final class AckGathering {
    private static final int UNKNOWN = -1;

    private final CompletableFuture<BroadcastAcks> future = new CompletableFuture<>();
    private final List<Arguments> answers = new ArrayList<>();
    private int expected = UNKNOWN;

    CompletableFuture<BroadcastAcks> future() {
        return future;
    }

    void add(Arguments answer) {
        synchronized (this) {
            answers.add(answer);
            if (expected == UNKNOWN || answers.size() < expected) {
                return;
            }
        }
        complete();
    }

    /** Says how many will answer; answers may have come before. */
    void expect(Adapter.Expectation expectation, Duration timeout, ScheduledExecutorService timers) {
        boolean all;
        synchronized (this) {
            expected = expectation.sockets();
            all = answers.size() >= expected;
        }
        if (all) {
            complete();
            return;
        }
        future.whenComplete((acks, failure) -> expectation.cancel());
        try {
            Future<?> timer = timers.schedule(this::complete, timeout.toNanos(), TimeUnit.NANOSECONDS);
            future.whenComplete((acks, failure) -> timer.cancel(false));
        } catch (RejectedExecutionException serverEnded) {
            complete();
        }
    }

    private void complete() {
        BroadcastAcks acks;
        synchronized (this) {
            acks = new BroadcastAcks(answers, Math.max(expected, 0));
        }
        future.complete(acks);
    }
}

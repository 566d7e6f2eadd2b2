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

/**
 * The acknowledgements of one broadcast until every server has said how many will come and all have, or the time is up. Any
 * thread.
 */
final class AckGathering {
    private static final int UNKNOWN = -1;

    private final CompletableFuture<BroadcastAcks> future = new CompletableFuture<>();
    private final List<Arguments> answers = new ArrayList<>();
    private int expected;
    private int serversReached;
    private int servers = UNKNOWN;

    CompletableFuture<BroadcastAcks> future() {
        return future;
    }

    /** An answer. */
    void add(Arguments answer) {
        synchronized (this) {
            answers.add(answer);
        }
        completeIfAll();
    }

    /** A server says how many of its sockets will answer; answers may have come before. */
    void expect(int sockets) {
        synchronized (this) {
            expected += sockets;
            serversReached++;
        }
        completeIfAll();
    }

    /** How many servers will say so. */
    void servers(int count) {
        synchronized (this) {
            servers = count;
        }
        completeIfAll();
    }

    /** Ends the wait after a time; {@code forget} runs at the end, whichever it is. */
    void limit(Duration timeout, ScheduledExecutorService timers, Runnable forget) {
        future.whenComplete((acks, failure) -> forget.run());
        if (future.isDone()) {
            return;
        }
        try {
            Future<?> timer = timers.schedule(this::complete, timeout.toNanos(), TimeUnit.NANOSECONDS);
            future.whenComplete((acks, failure) -> timer.cancel(false));
        } catch (RejectedExecutionException serverEnded) {
            complete();
        }
    }

    private void completeIfAll() {
        boolean all;
        synchronized (this) {
            all = serversReached == servers && answers.size() >= expected;
        }
        if (all) {
            complete();
        }
    }

    private void complete() {
        BroadcastAcks acks;
        synchronized (this) {
            acks = new BroadcastAcks(answers, expected);
        }
        future.complete(acks);
    }
}

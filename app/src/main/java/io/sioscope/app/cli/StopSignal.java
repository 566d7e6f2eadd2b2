package io.sioscope.app.cli;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How Ctrl+C reaches a running command, and how its end reaches whoever pressed it. Any thread. */
public final class StopSignal {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CompletableFuture<Integer> finished = new CompletableFuture<>();

    /** Asks the command to end. */
    public void request() {
        asked.countDown();
    }

    /** Whether the command shall end. */
    public boolean isRequested() {
        return asked.getCount() == 0;
    }

    /**
     * Waits until the command shall end.
     *
     * @return whether it shall; false after {@code atMost}
     */
    public boolean await(Duration atMost) {
        try {
            return asked.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Tells that the command has ended, with its exit code. */
    public void finish(int exitCode) {
        finished.complete(exitCode);
    }

    /** Whether the command has ended. */
    public boolean isFinished() {
        return finished.isDone();
    }

    /** Waits for the command's end; empty after {@code atMost}. */
    public OptionalInt awaitFinished(Duration atMost) {
        try {
            return OptionalInt.of(finished.get(atMost.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        } catch (TimeoutException | ExecutionException late) {
            return OptionalInt.empty();
        }
    }
}

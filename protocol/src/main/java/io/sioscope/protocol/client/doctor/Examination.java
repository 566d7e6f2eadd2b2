package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.client.doctor.CheckResult.Failed;
import io.sioscope.protocol.client.doctor.CheckResult.Skipped;
import io.sioscope.protocol.client.doctor.Finding.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An examination under way. It is on a virtual thread of its own, each check on another: whatever a server does to a check, it
 * ends soon after its deadline, and {@link #cancel()} ends all at once. Any thread.
 */
public final class Examination implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Examination.class);
    /** What a check that keeps to its deadline by itself may be late. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final List<Check> checks;
    private final Chart chart;
    private final DoctorListener listener;
    private final CompletableFuture<Diagnosis> diagnosis = new CompletableFuture<>();
    private final Thread thread;

    Examination(List<Check> checks, Chart chart, DoctorListener listener) {
        this.checks = checks;
        this.chart = chart;
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("doctor").unstarted(this::run);
        thread.start();
    }

    /** All layers, once the last one was examined; cancelled where the examination was. */
    public CompletableFuture<Diagnosis> diagnosis() {
        return diagnosis;
    }

    /** Ends the examination; the listener hears no more of it. Harmless when it is over. */
    public void cancel() {
        diagnosis.cancel(false);
        thread.interrupt();
    }

    /** As {@link #cancel()}. */
    @Override
    public void close() {
        cancel();
    }

    private void run() {
        try {
            List<LayerReport> reports = new ArrayList<>();
            for (Check check : checks) {
                listener.begun(check.layer());
                LayerReport report = report(check);
                reports.add(report);
                listener.ended(report);
            }
            diagnosis.complete(new Diagnosis(reports));
        } catch (InterruptedException cancelled) {
            diagnosis.cancel(false);
        } catch (RuntimeException ours) {
            LOG.error("an examination failed", ours);
            diagnosis.completeExceptionally(ours);
        } finally {
            chart.leave();
        }
    }

    private LayerReport report(Check check) throws InterruptedException {
        long begun = System.nanoTime();
        CheckResult result =
                chart.isEnded() ? new Skipped(Finding.of(Kind.NOT_REACHED)) : examined(check, check.deadline(chart));
        return new LayerReport(
                check.layer(), result, Duration.ofNanos(System.nanoTime() - begun), chart.takeEvidence());
    }

    private CheckResult examined(Check check, Deadline deadline) throws InterruptedException {
        FutureTask<CheckResult> task = new FutureTask<>(() -> check.examine(chart, deadline));
        Thread worker = Thread.ofVirtual().name("doctor-" + check.layer().id()).start(task);
        try {
            return task.get(deadline.millis() + GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            worker.interrupt();
            return chart.end(Kind.OVERDUE, chart.options().patience().toSeconds());
        } catch (ExecutionException failed) {
            return broken(failed.getCause());
        } catch (InterruptedException cancelled) {
            worker.interrupt();
            throw cancelled;
        }
    }

    private Failed broken(@Nullable Throwable cause) {
        return switch (cause) {
            case IOException broken -> chart.end(Kind.BROKEN, String.valueOf(broken.getMessage()));
            case Error error -> throw error;
            case null, default -> {
                LOG.error("a check failed", cause);
                yield chart.end(Kind.BROKEN, String.valueOf(cause));
            }
        };
    }
}

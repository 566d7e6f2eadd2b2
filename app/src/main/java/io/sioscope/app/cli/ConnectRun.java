package io.sioscope.app.cli;

import io.sioscope.app.workbench.ClientSession;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.EmitOutcome;
import io.sioscope.app.workbench.EmitRequest;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.Explanation;
import io.sioscope.app.workbench.Target;
import io.sioscope.app.workbench.Words;
import io.sioscope.app.workbench.Workbench;
import io.sioscope.protocol.client.ConnectError;
import io.sioscope.protocol.session.CloseReason;
import io.sioscope.protocol.session.ConnectFailure;
import io.sioscope.protocol.session.EngineChoice;
import io.sioscope.protocol.session.VersionFound;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Connects, does what the plan says, and ends when it has happened. Main thread. */
final class ConnectRun {
    private static final Duration TURN = Duration.ofMillis(20);
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final CliContext context;
    private final Output output;
    private final @Nullable Path file;
    private final Explain explain;
    private final PacketPrinter printer;
    private final ConnectLines lines;
    private final SignalQueue<ConnectSignal> signals = new SignalQueue<>();
    private final AskedIds asked = new AskedIds();
    private final Set<String> connected = new HashSet<>();
    private boolean over;
    private boolean reported;

    ConnectRun(CliContext context, Words words, Output output, @Nullable Path file) {
        this.context = context;
        this.output = output;
        this.file = file;
        this.explain = new Explain(context.locale());
        this.printer = new PacketPrinter(output);
        this.lines = new ConnectLines(output, words);
    }

    /** Runs, and returns the exit code. */
    int run(ConnectPlan plan) {
        long begun = System.nanoTime();
        ConnectProgress progress = new ConnectProgress(plan);
        int engine = plan.spec().options().engine() == EngineChoice.V3 ? 3 : 4;
        if (plan.spec().options().insecure()) {
            lines.insecure();
        }
        try (LiveCapture capture = LiveCapture.open(Optional.ofNullable(file), explain)) {
            capture.keep();
            try (Workbench workbench = new Workbench(capture.hub(), context.locale())) {
                ClientSession session = workbench.connect(
                        plan.spec(), new ConnectEars(signals, engine, new LinkedHashSet<>(plan.waits())));
                while (!isOver(plan, progress, begun)) {
                    ConnectSignal signal = signals.next(TURN);
                    drain(capture);
                    if (signal != null) {
                        handle(signal, plan, progress, workbench, session);
                    }
                }
                goodbye(workbench, session, capture);
            }
            capture.finish(numbered -> {
                asked.note(numbered);
                printer.print(numbered);
            });
        }
        boolean stopped = context.stop().isRequested();
        int code = progress.exitCode(stopped);
        if (code != ExitCode.DONE && !reported) {
            missing(progress);
        }
        output.flush();
        return code;
    }

    private boolean isOver(ConnectPlan plan, ConnectProgress progress, long begun) {
        return over
                || progress.isOver()
                || context.stop().isRequested()
                || output.isBroken()
                || plan.duration().isPresent()
                        && System.nanoTime() - begun >= plan.duration().get().toNanos();
    }

    private void drain(LiveCapture capture) {
        capture.drain(numbered -> {
            asked.note(numbered);
            printer.print(numbered);
        });
    }

    private void handle(
            ConnectSignal signal, ConnectPlan plan, ConnectProgress progress, Workbench workbench, ClientSession session) {
        switch (signal) {
            case ConnectSignal.Found(VersionFound found) -> lines.found(found);
            case ConnectSignal.Connected it -> {
                lines.connected(it);
                connected.add(it.namespace());
                progress.connected(it.namespace()).forEach(index -> emit(index, plan, workbench, session));
            }
            case ConnectSignal.Upgraded it -> lines.upgraded(it);
            case ConnectSignal.NamespaceError it -> namespaceError(it, plan.spec(), progress);
            case ConnectSignal.Disconnected it -> disconnected(it, plan.spec(), progress);
            case ConnectSignal.Failed(ConnectFailure failure) -> failed(failure, plan.spec(), progress);
            case ConnectSignal.Closed(CloseReason reason) -> closed(reason, plan.spec(), progress);
            case ConnectSignal.Attempt it -> lines.attempt(it);
            case ConnectSignal.Reconnected it -> lines.reconnected(it);
            case ConnectSignal.GaveUp it -> {
                lines.gaveUp();
                progress.fail();
                over = true;
            }
            case ConnectSignal.Seen(String event) -> progress.seen(event);
            case ConnectSignal.Answered(int index, EmitOutcome outcome) -> answered(index, outcome, plan, progress);
        }
    }

    private void emit(int index, ConnectPlan plan, Workbench workbench, ClientSession session) {
        ConnectPlan.Emission emission = plan.emissions().get(index);
        if (emission.ack().isPresent()) {
            asked.sent(index, emission.namespace());
        }
        workbench
                .emit(new EmitRequest(
                        session.id(),
                        new Target.Server(),
                        emission.namespace(),
                        emission.event(),
                        emission.arguments(),
                        emission.ack()))
                .thenAccept(outcome -> signals.send(new ConnectSignal.Answered(index, outcome)));
    }

    private void answered(int index, EmitOutcome outcome, ConnectPlan plan, ConnectProgress progress) {
        ConnectPlan.Emission emission = plan.emissions().get(index);
        if (outcome instanceof EmitOutcome.TimedOut) {
            lines.ackTimeout(emission, asked.id(index));
            reported = true;
        }
        if (outcome instanceof EmitOutcome.Disconnected || outcome instanceof EmitOutcome.Rejected) {
            output.error(lines.explain("connect.ackLost", emission.event()));
            reported = true;
        }
        progress.answered(index, outcome);
    }

    private void namespaceError(ConnectSignal.NamespaceError it, ConnectSpec spec, ConnectProgress progress) {
        switch (it.error()) {
            case ConnectError.Refused refused -> {
                lines.refused(it.namespace(), refused, explain.refused(it.namespace(), refused.message()));
                reported = true;
                progress.refused(it.namespace());
            }
            case ConnectError.OlderServer older -> {
                fail(explain.olderServer(spec.url()), progress);
            }
            case ConnectError.Unreachable unreachable -> {
                if (spec.reconnection().enabled()) {
                    lines.unreachable(it.namespace(), unreachable);
                }
            }
        }
    }

    private void disconnected(ConnectSignal.Disconnected it, ConnectSpec spec, ConnectProgress progress) {
        lines.disconnected(it);
        connected.remove(it.namespace());
        boolean forGood = it.reason() == CloseReason.IO_SERVER_DISCONNECT
                || it.reason() == CloseReason.IO_CLIENT_DISCONNECT
                || !spec.reconnection().enabled();
        if (forGood) {
            progress.gone(it.namespace());
        }
    }

    private void failed(ConnectFailure failure, ConnectSpec spec, ConnectProgress progress) {
        if (spec.reconnection().enabled()) {
            lines.failed(explain.connect(failure, spec));
        } else {
            fail(explain.connect(failure, spec), progress);
        }
    }

    /** The connection ended from below. One that ends because its last namespace did is no news. */
    private void closed(CloseReason reason, ConnectSpec spec, ConnectProgress progress) {
        if (spec.reconnection().enabled() || progress.isOver() || reason == CloseReason.FORCED_CLOSE) {
            return;
        }
        fail(lines.lost(spec.url(), reason), progress);
    }

    private void fail(Explanation explanation, ConnectProgress progress) {
        if (!over) {
            output.error(explanation);
        }
        reported = true;
        progress.fail();
        over = true;
    }

    /** Leaves, and waits a moment for the last words of the namespaces that are still connected. */
    private void goodbye(Workbench workbench, ClientSession session, LiveCapture capture) {
        workbench.close(session)
                .completeOnTimeout(null, GOODBYE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        long until = System.nanoTime() + GOODBYE.toNanos();
        while (!connected.isEmpty() && System.nanoTime() < until) {
            ConnectSignal signal = signals.next(TURN);
            drain(capture);
            if (signal instanceof ConnectSignal.Disconnected it) {
                lines.disconnected(it);
                connected.remove(it.namespace());
            }
        }
    }

    private void missing(ConnectProgress progress) {
        if (!progress.everConnected()) {
            output.error(lines.explain("connect.never"));
        } else if (!progress.unseen().isEmpty()) {
            output.error(lines.explain("connect.unseen", String.join(", ", progress.unseen())));
        } else if (progress.unanswered() > 0) {
            output.error(lines.explain("connect.unanswered", progress.unanswered()));
        }
    }
}

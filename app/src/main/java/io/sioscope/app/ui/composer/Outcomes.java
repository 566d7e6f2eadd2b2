package io.sioscope.app.ui.composer;

import io.sioscope.app.workbench.EmitOutcome;
import io.sioscope.protocol.socketio.Arguments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What became of one event that went to several namespaces. Pure. */
final class Outcomes {

    private Outcomes() {}

    /** Completes with all of them, never exceptionally as long as none of them does. */
    static CompletableFuture<EmitOutcome> all(List<CompletableFuture<EmitOutcome>> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
                .thenApply(ignored -> merged(parts.stream().map(CompletableFuture::join).toList()));
    }

    /** The worst of them, with all the answers. */
    static EmitOutcome merged(List<EmitOutcome> outcomes) {
        List<Arguments> answers = new ArrayList<>();
        Duration latency = Duration.ZERO;
        boolean late = false;
        boolean acknowledged = false;
        for (EmitOutcome outcome : outcomes) {
            switch (outcome) {
                case EmitOutcome.Sent sent -> {}
                case EmitOutcome.Acknowledged it -> {
                    acknowledged = true;
                    answers.addAll(it.answers());
                    latency = it.latency().compareTo(latency) > 0 ? it.latency() : latency;
                }
                case EmitOutcome.TimedOut it -> {
                    late = true;
                    answers.addAll(it.answers());
                }
                case EmitOutcome.Disconnected it -> late = true;
                case EmitOutcome.Rejected rejected -> {
                    return rejected;
                }
            }
        }
        if (late) {
            return new EmitOutcome.TimedOut(answers);
        }
        return acknowledged ? new EmitOutcome.Acknowledged(answers, latency) : new EmitOutcome.Sent();
    }
}

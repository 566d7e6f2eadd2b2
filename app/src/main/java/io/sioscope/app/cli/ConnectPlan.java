package io.sioscope.app.cli;

import io.sioscope.app.workbench.ArgumentDraft;
import io.sioscope.app.workbench.ArgumentDrafts;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.SpecProblem;
import io.sioscope.protocol.socketio.Arguments;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that {@code connect} was asked to do. Immutable.
 *
 * @param emissions in the order given
 * @param waits events to wait for, each once
 * @param duration how long at most
 */
record ConnectPlan(ConnectSpec spec, List<Emission> emissions, List<String> waits, Optional<Duration> duration) {
    /** Keeps copies of the lists. */
    ConnectPlan {
        emissions = List.copyOf(emissions);
        waits = List.copyOf(waits);
    }

    /** An event that is ready to be emitted. */
    record Emission(String namespace, String event, Arguments arguments, Optional<Duration> ack) {}

    /**
     * Reads the arguments, files included.
     *
     * @param first the namespace of steps that name none
     * @throws CliFailure where one cannot be read
     */
    static List<Emission> read(List<ConnectSteps.Step> steps, String first, Explain explain) {
        List<Emission> emissions = new ArrayList<>();
        for (ConnectSteps.Step step : steps) {
            ArgumentDrafts.checkEvent(step.event()).ifPresent(problem -> {
                throw failure(problem, explain);
            });
            String namespace = step.namespace().isEmpty() ? first : step.namespace();
            emissions.add(new Emission(namespace, step.event(), arguments(step, explain), step.ack()));
        }
        return emissions;
    }

    private static Arguments arguments(ConnectSteps.Step step, Explain explain) {
        List<ArgumentDraft> drafts = step.arguments().stream().map(ConnectPlan::draft).toList();
        return switch (ArgumentDrafts.read(drafts)) {
            case ArgumentDrafts.Result.Ready(Arguments ready) -> ready;
            case ArgumentDrafts.Result.Wrong(List<SpecProblem> problems) ->
                throw failure(problems.getFirst(), explain);
        };
    }

    private static ArgumentDraft draft(String text) {
        return text.startsWith("@") ? new ArgumentDraft.File(Path.of(text.substring(1))) : new ArgumentDraft.Json(text);
    }

    /** A file that cannot be read is work that failed; everything else is wrong usage. */
    private static CliFailure failure(SpecProblem problem, Explain explain) {
        boolean file = problem.code() == SpecProblem.Code.FILE || problem.code() == SpecProblem.Code.TOO_LARGE;
        return new CliFailure(file ? ExitCode.FAILED : ExitCode.USAGE, explain.problem(problem));
    }
}

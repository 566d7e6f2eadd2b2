package io.sioscope.app.cli;

import io.sioscope.app.workbench.Words;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what was wrong with the arguments. Immutable. */
final class UsageErrors {
    private final Words words;

    UsageErrors(Words words) {
        this.words = words;
    }

    CliFailure explain(ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        Usage usage = new Usage(words, command);
        return switch (wrong) {
            case UnmatchedArgumentException it -> unknown(it, usage);
            case MissingParameterException it -> missing(it, usage);
            case OverwrittenOptionException it -> usage.failure("usage.twice", name(it.getOverwritten()));
            default ->
                wrong.getCause() instanceof CliFailure failure
                        ? failure
                        : wrong.getArgSpec() == null || wrong.getValue() == null
                                ? usage.failure("usage.other", String.valueOf(wrong.getMessage()))
                                : usage.failure("usage.value", name(wrong.getArgSpec()), wrong.getValue());
        };
    }

    private CliFailure unknown(UnmatchedArgumentException wrong, Usage usage) {
        String argument = wrong.getUnmatched().isEmpty() ? "" : wrong.getUnmatched().getFirst();
        List<String> close = wrong.getSuggestions();
        if (!close.isEmpty()) {
            return usage.failureWithHint("usage.unknownClose", argument, close.getFirst(), usage.command());
        }
        return usage.failure("usage.unknown", argument);
    }

    private static CliFailure missing(MissingParameterException wrong, Usage usage) {
        if (wrong.getMissing().isEmpty()) {
            return usage.failure("usage.other", String.valueOf(wrong.getMessage()));
        }
        ArgSpec first = wrong.getMissing().getFirst();
        return usage.failure(first.isOption() ? "usage.noValue" : "usage.missing", name(first));
    }

    private static String name(ArgSpec spec) {
        return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
    }
}

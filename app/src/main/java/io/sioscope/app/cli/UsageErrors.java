package io.sioscope.app.cli;

import io.sioscope.app.workbench.Explanation;
import io.sioscope.app.workbench.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what was wrong with the arguments. Immutable. */
final class UsageErrors {
    /** Up to how many slips of the finger a word is taken for another. */
    private static final int CLOSE = 2;

    private static final List<Class<?>> NUMBERS = List.of(int.class, Integer.class, long.class, Long.class);

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
            case OverwrittenOptionException it -> usage.failure("wrong.twice", name(it.getOverwritten()));
            default ->
                wrong.getCause() instanceof CliFailure failure
                        ? failure
                        : wrong.getArgSpec() == null || wrong.getValue() == null
                                ? usage.failure("wrong.other", String.valueOf(wrong.getMessage()))
                                : value(wrong.getArgSpec(), wrong.getValue(), usage);
        };
    }

    /** Says as well what the option does take. */
    private CliFailure value(ArgSpec spec, String given, Usage usage) {
        Class<?> type = spec.auxiliaryTypes().length > 0 ? spec.auxiliaryTypes()[0] : spec.type();
        String kind = NUMBERS.contains(type)
                ? "number"
                : type == Duration.class ? "time" : type == boolean.class || type == Boolean.class ? "flag" : "choice";
        String hint = words.get("wrong.value." + kind + ".hint", usage.command(), spec.paramLabel());
        return new CliFailure(
                ExitCode.USAGE, new Explanation(words.get("wrong.value", name(spec), given), hint));
    }

    private CliFailure unknown(UnmatchedArgumentException wrong, Usage usage) {
        String argument = wrong.getUnmatched().isEmpty() ? "" : wrong.getUnmatched().getFirst();
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        List<String> known = new ArrayList<>(command.optionsMap().keySet());
        known.addAll(command.subcommands().keySet());
        return known.stream()
                .min(Comparator.comparingInt(name -> distance(argument, name)))
                .filter(name -> distance(argument, name) <= CLOSE)
                .map(name -> usage.failureWithHint("wrong.unknownClose", argument, name, usage.command()))
                .orElseGet(() -> usage.failure("wrong.unknown", argument));
    }

    /** How many letters must be added, taken away or changed to make one word of the other (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }

    private static CliFailure missing(MissingParameterException wrong, Usage usage) {
        if (wrong.getMissing().isEmpty()) {
            return usage.failure("wrong.other", String.valueOf(wrong.getMessage()));
        }
        ArgSpec first = wrong.getMissing().getFirst();
        return usage.failure(first.isOption() ? "wrong.noValue" : "wrong.missing", name(first));
    }

    private static String name(ArgSpec spec) {
        return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
    }
}

package io.sioscope.app.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** Options whose place is known and whose work is not done yet: they accept what is spoken, and say "not yet" to the rest. */
final class Later {
    @Option(names = "--eio", paramLabel = "3|4", description = "${bundle:option.eio}")
    String eio = "4";

    @Option(names = "--parser", paramLabel = "json|msgpack", description = "${bundle:option.parser}")
    String parser = "json";

    /**
     * Refuses what is not spoken.
     *
     * @throws CliFailure with the exit code for wrong usage
     */
    void check(Usage usage) {
        check("--eio", eio, "4", List.of("3"), usage);
        check("--parser", parser, "json", List.of("msgpack"), usage);
    }

    private static void check(String option, String value, String spoken, List<String> later, Usage usage) {
        if (later.contains(value)) {
            throw usage.failure("wrong.later", option, value, spoken);
        }
        if (!value.equals(spoken)) {
            throw usage.failure("wrong.value", option, value);
        }
    }
}

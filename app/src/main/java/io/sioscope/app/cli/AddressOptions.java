package io.sioscope.app.cli;

import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.SpecProblem;
import io.sioscope.app.workbench.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What {@code connect} and {@code doctor} bring to a server. */
final class AddressOptions {
    @Option(names = "--auth", paramLabel = "JSON", description = "${bundle:connect.auth}")
    String auth = "";

    @Option(names = "--header", paramLabel = "'K: V'", description = "${bundle:connect.header}")
    List<String> headers = new ArrayList<>();

    @Option(names = "--query", paramLabel = "k=v", description = "${bundle:connect.query}")
    List<String> query = new ArrayList<>();

    @Option(names = "--var", paramLabel = "name=value", description = "${bundle:connect.var}")
    List<String> variables = new ArrayList<>();

    @Option(names = "--path", paramLabel = "PATH", description = "${bundle:option.path}")
    String path = "/socket.io";

    /** The base with what was given, as it was written. */
    ConnectSpec over(ConnectSpec base, Usage usage) {
        return base.withAuth(auth)
                .withHeaders(Pairs.headers(headers, usage))
                .withQuery(Pairs.query(query, usage))
                .withPath(path);
    }

    /** The values of {@code --var}. */
    Variables variables(Usage usage) {
        return Pairs.variables(variables, usage);
    }

    /**
     * The connection with the values of variables.
     *
     * @throws CliFailure where something is wrong with it
     */
    static ConnectSpec checked(ConnectSpec written, Variables values, Explain explain) {
        ConnectSpec spec = values.into(written);
        List<SpecProblem> problems = Stream.concat(values.problems(written).stream(), spec.fileProblems().stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new CliFailure(ExitCode.USAGE, explain.problem(problems.getFirst()));
        }
        return spec;
    }
}

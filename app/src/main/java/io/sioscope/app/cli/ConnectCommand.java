package io.sioscope.app.cli;

import io.sioscope.app.workbench.ConnectHabits;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.SpecProblem;
import io.sioscope.app.workbench.Variables;
import io.sioscope.app.workbench.Words;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.Reconnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code connect}: a Socket.IO client. */
@Command(
        name = "connect",
        description = "${bundle:connect.description}",
        synopsisHeading = "${bundle:help.usage}",
        parameterListHeading = "${bundle:help.parameters}",
        optionListHeading = "${bundle:help.options}",
        footer = "${bundle:connect.footer}",
        sortOptions = false)
final class ConnectCommand implements Callable<Integer> {
    private final CliContext context;
    private final Words words;

    /** Filled by {@link StepConsumer}, which keeps the order. */
    final ConnectSteps steps = new ConnectSteps();

    @Parameters(paramLabel = "URL", description = "${bundle:connect.url}")
    String url = "";

    @Option(
            names = "--namespace",
            paramLabel = "/chat",
            parameterConsumer = StepConsumer.class,
            description = "${bundle:connect.namespace}")
    List<String> namespaces = new ArrayList<>();

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

    @Option(
            names = "--transport",
            paramLabel = "polling|websocket",
            split = ",",
            hideParamSyntax = true,
            description = "${bundle:connect.transport}")
    List<Transport> transports = new ArrayList<>();

    @Option(
            names = "--emit",
            paramLabel = "EVENT",
            parameterConsumer = StepConsumer.class,
            description = "${bundle:connect.emit}")
    List<String> emits = new ArrayList<>();

    @Option(
            names = "--arg",
            paramLabel = "JSON|@file",
            parameterConsumer = StepConsumer.class,
            description = "${bundle:connect.arg}")
    List<String> arguments = new ArrayList<>();

    @Option(
            names = "--ack",
            arity = "0..1",
            paramLabel = "TIMEOUT",
            parameterConsumer = StepConsumer.class,
            description = "${bundle:connect.ack}")
    List<String> acks = new ArrayList<>();

    @Option(
            names = "--answer",
            paramLabel = "'EVENT=JSON'",
            parameterConsumer = StepConsumer.class,
            description = "${bundle:connect.answer}")
    List<String> answers = new ArrayList<>();

    @Option(names = "--wait-for", paramLabel = "EVENT", description = "${bundle:connect.waitFor}")
    List<String> waitFor = new ArrayList<>();

    @Option(names = "--for", paramLabel = "TIME", description = "${bundle:connect.for}")
    @Nullable Duration duration;

    @Option(names = "--reconnect", description = "${bundle:connect.reconnect}")
    boolean reconnect;

    @Mixin
    LiveOptions live = new LiveOptions();

    @Mixin
    ConnectTuning tuning = new ConnectTuning();

    @Mixin
    CommonOptions common = new CommonOptions();

    ConnectCommand(CliContext context, Words words) {
        this.context = context;
        this.words = words;
    }

    Usage usage() {
        return new Usage(words, "sioscope connect");
    }

    @Override
    public Integer call() {
        ConnectSpec written = spec();
        Variables values = Pairs.variables(variables, usage());
        ConnectSpec spec = values.into(written);
        List<SpecProblem> problems = Stream.concat(values.problems(written).stream(), spec.fileProblems().stream())
                .toList();
        Explain explain = new Explain(context.locale());
        if (!problems.isEmpty()) {
            throw new CliFailure(ExitCode.USAGE, explain.problem(problems.getFirst()));
        }
        List<ConnectPlan.Emission> emissions =
                ConnectPlan.read(steps.steps(), spec.effectiveNamespaces().getFirst(), explain);
        ConnectPlan plan = new ConnectPlan(spec, emissions, List.copyOf(waitFor), Optional.ofNullable(duration));
        return new ConnectRun(context, words, new Output(context, common.json), live.capture).run(plan);
    }

    private ConnectSpec spec() {
        ConnectSpec spec = ConnectSpec.to(url)
                .withNamespaces(steps.namespaces())
                .withAuth(auth)
                .withHeaders(Pairs.headers(headers, usage()))
                .withQuery(Pairs.query(query, usage()))
                .withPath(path)
                .withOptions(tuning.options())
                .withHabits(ConnectHabits.NONE.withAnswers(steps.answers()))
                .withReconnection(reconnect ? Reconnection.DEFAULT : Reconnection.OFF);
        return transports.isEmpty() ? spec : spec.withTransports(transports);
    }
}

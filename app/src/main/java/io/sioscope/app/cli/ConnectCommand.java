package io.sioscope.app.cli;

import io.sioscope.app.workbench.ConnectHabits;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.Variables;
import io.sioscope.app.workbench.Words;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.Reconnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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

    @Mixin
    AddressOptions address = new AddressOptions();

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
        Explain explain = new Explain(context.locale());
        Variables values = address.variables(usage());
        ConnectSpec spec = AddressOptions.checked(spec(values), values, explain);
        List<ConnectPlan.Emission> emissions =
                ConnectPlan.read(steps.steps(values), spec.effectiveNamespaces().getFirst(), explain);
        ConnectPlan plan = new ConnectPlan(spec, emissions, List.copyOf(waitFor), Optional.ofNullable(duration));
        return new ConnectRun(context, words, new Output(context, common.json), live.capture).run(plan);
    }

    private ConnectSpec spec(Variables values) {
        ConnectSpec spec = address.over(ConnectSpec.to(url), usage())
                .withNamespaces(steps.namespaces())
                .withOptions(tuning.options())
                .withHabits(ConnectHabits.NONE.withAnswers(steps.answers(values)))
                .withReconnection(reconnect ? Reconnection.DEFAULT : Reconnection.OFF);
        return transports.isEmpty() ? spec : spec.withTransports(transports);
    }
}

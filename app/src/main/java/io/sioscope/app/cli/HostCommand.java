package io.sioscope.app.cli;

import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workbench.SpecProblem;
import io.sioscope.app.workbench.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code host}: a Socket.IO server. */
@Command(
        name = "host",
        description = "${bundle:host.description}",
        synopsisHeading = "${bundle:help.usage}",
        optionListHeading = "${bundle:help.options}",
        sortOptions = false)
final class HostCommand implements Callable<Integer> {
    static final long DEMO_SEED = 7;

    private final CliContext context;
    private final Words words;

    @Option(names = "--port", paramLabel = "PORT", description = "${bundle:host.port}")
    int port = HostSpec.DEFAULT_PORT;

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "${bundle:host.bind}")
    String bind = "";

    @Option(names = "--path", paramLabel = "PATH", description = "${bundle:option.path}")
    String path = "/socket.io";

    @Option(names = "--namespaces", paramLabel = "/a,/b", split = ",", hideParamSyntax = true, description = "${bundle:host.namespaces}")
    List<String> namespaces = new ArrayList<>();

    @Option(names = "--echo", description = "${bundle:host.echo}")
    boolean echo;

    @Option(names = "--demo", description = "${bundle:host.demo}")
    boolean demo;

    @Option(names = "--conformance", description = "${bundle:host.conformance}")
    boolean conformance;

    @Option(names = "--allow-eio3", description = "${bundle:host.allowEio3}")
    boolean allowEio3;

    @Option(names = "--cors-origin", paramLabel = "ORIGIN", split = ",", hideParamSyntax = true, description = "${bundle:host.cors}")
    List<String> corsOrigins = new ArrayList<>();

    @Option(names = "--ping-interval", paramLabel = "TIME", description = "${bundle:host.pingInterval}")
    Duration pingInterval = Duration.ofSeconds(25);

    @Option(names = "--ping-timeout", paramLabel = "TIME", description = "${bundle:host.pingTimeout}")
    Duration pingTimeout = Duration.ofSeconds(20);

    @Option(names = "--max-http-buffer-size", paramLabel = "BYTES", description = "${bundle:host.maxHttpBufferSize}")
    int maxHttpBufferSize = 1_000_000;

    @Mixin
    LiveOptions live = new LiveOptions();

    @Mixin
    Later later = new Later();

    @Mixin
    CommonOptions common = new CommonOptions();

    HostCommand(CliContext context, Words words) {
        this.context = context;
        this.words = words;
    }

    @Override
    public Integer call() {
        Usage usage = new Usage(words, "sioscope host");
        later.check(usage);
        either(usage, echo, "--echo", demo, "--demo");
        either(usage, echo, "--echo", conformance, "--conformance");
        either(usage, demo, "--demo", conformance, "--conformance");
        HostSpec spec = conformance ? HostSpec.conformance(port, bind, allowEio3) : spec();
        List<SpecProblem> problems = spec.problems();
        if (!problems.isEmpty()) {
            throw new CliFailure(ExitCode.USAGE, new Explain(context.locale()).problem(problems.getFirst()));
        }
        return new HostRun(context, words, new Output(context, common.json), live.capture).run(spec);
    }

    private static void either(Usage usage, boolean one, String oneName, boolean other, String otherName) {
        if (one && other) {
            throw usage.failure("wrong.either", oneName, otherName);
        }
    }

    private HostSpec spec() {
        return new HostSpec(
                port,
                bind,
                path,
                namespaces,
                corsOrigins,
                pingInterval,
                pingTimeout,
                maxHttpBufferSize,
                allowEio3,
                demo ? new Behaviour.Demo(DEMO_SEED) : echo ? new Behaviour.Echo() : new Behaviour.Silent());
    }
}

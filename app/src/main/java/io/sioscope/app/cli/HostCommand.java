package io.sioscope.app.cli;

import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workbench.SpecProblem;
import io.sioscope.app.workbench.Words;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        abbreviateSynopsis = true,
        sortOptions = false)
final class HostCommand implements Callable<Integer> {
    static final long DEMO_SEED = 7;

    /** The heads of the options' groups in the help, in their order. */
    static final Map<Class<?>, String> GROUPS = groups();

    private final CliContext context;
    private final Words words;

    @Option(names = "--echo", description = "${bundle:host.echo}")
    boolean echo;

    @Option(names = "--demo", description = "${bundle:host.demo}")
    boolean demo;

    @Option(names = "--conformance", description = "${bundle:host.conformance}")
    boolean conformance;

    @Mixin
    HostListenOptions listen = new HostListenOptions();

    @Mixin
    HostNamespaceOptions namespaces = new HostNamespaceOptions();

    @Mixin
    HostCorsOptions cors = new HostCorsOptions();

    @Mixin
    HostHttpOptions http = new HostHttpOptions();

    @Mixin
    HostProtocolOptions protocol = new HostProtocolOptions();

    @Mixin
    HostTimeOptions times = new HostTimeOptions();

    @Mixin
    LiveOptions live = new LiveOptions();

    @Mixin
    CommonOptions common = new CommonOptions();

    HostCommand(CliContext context, Words words) {
        this.context = context;
        this.words = words;
    }

    private static Map<Class<?>, String> groups() {
        Map<Class<?>, String> heads = new LinkedHashMap<>();
        heads.put(HostListenOptions.class, "host.group.listen");
        heads.put(HostNamespaceOptions.class, "host.group.namespaces");
        heads.put(HostCorsOptions.class, "host.group.cors");
        heads.put(HostHttpOptions.class, "host.group.http");
        heads.put(HostProtocolOptions.class, "host.group.protocol");
        heads.put(HostTimeOptions.class, "host.group.times");
        return Collections.unmodifiableMap(heads);
    }

    @Override
    public Integer call() {
        Usage usage = new Usage(words, "sioscope host");
        usage.either(echo, "--echo", demo, "--demo");
        usage.either(echo, "--echo", conformance, "--conformance");
        usage.either(demo, "--demo", conformance, "--conformance");
        HostSpec spec = spec(usage);
        List<SpecProblem> problems = spec.problems();
        if (!problems.isEmpty()) {
            throw new CliFailure(ExitCode.USAGE, new Explain(context.locale()).problem(problems.getFirst()));
        }
        return new HostRun(context, words, new Output(context, common.json), live.capture).run(spec);
    }

    /** What was given, over what the behaviour begins with. */
    private HostSpec spec(Usage usage) {
        HostSpec base = conformance
                ? HostSpec.conformance(HostSpec.DEFAULT_PORT)
                : HostSpec.on(
                        HostSpec.DEFAULT_PORT,
                        demo ? new Behaviour.Demo(DEMO_SEED) : echo ? new Behaviour.Echo() : new Behaviour.Silent());
        return new HostSpec(
                listen.over(base.listen(), usage),
                http.over(base.http()),
                cors.over(base.cors(), usage),
                namespaces.over(base.namespaces()),
                protocol.over(base.protocol(), usage),
                times.over(base.times()),
                times.over(base.limits()),
                namespaces.over(base.recovery(), usage),
                base.behaviour());
    }
}

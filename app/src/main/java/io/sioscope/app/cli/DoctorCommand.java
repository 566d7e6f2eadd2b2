package io.sioscope.app.cli;

import io.sioscope.app.doctor.DoctorWords;
import io.sioscope.app.doctor.Doctors;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.SpecProblem;
import io.sioscope.app.workbench.Words;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.client.doctor.DoctorBuilder;
import io.sioscope.protocol.session.EngineChoice;
import io.sioscope.protocol.socketio.PacketParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code doctor}: what is wrong with a connection, layer by layer. */
@Command(
        name = "doctor",
        description = "${bundle:doctor.description}",
        synopsisHeading = "${bundle:help.usage}",
        parameterListHeading = "${bundle:help.parameters}",
        optionListHeading = "${bundle:help.options}",
        footer = "${bundle:doctor.footer}",
        sortOptions = false)
final class DoctorCommand implements Callable<Integer> {
    /** Scheme, host, maybe a port: what browsers send, and nothing after it. */
    private static final String ORIGIN = "[a-z][a-z0-9+.-]*://[^/?#\\s]+|null";

    private final CliContext context;
    private final Words words;

    @Parameters(paramLabel = "URL", description = "${bundle:doctor.url}")
    String url = "";

    @Option(names = "--namespace", paramLabel = "/chat", description = "${bundle:doctor.namespace}")
    List<String> namespaces = new ArrayList<>();

    @Option(names = "--auth", paramLabel = "JSON", description = "${bundle:connect.auth}")
    String auth = "";

    @Option(names = "--header", paramLabel = "'K: V'", description = "${bundle:connect.header}")
    List<String> headers = new ArrayList<>();

    @Option(names = "--query", paramLabel = "k=v", description = "${bundle:connect.query}")
    List<String> query = new ArrayList<>();

    @Option(names = "--path", paramLabel = "PATH", description = "${bundle:option.path}")
    String path = "/socket.io";

    @Option(
            names = "--transport",
            paramLabel = "polling|websocket",
            split = ",",
            hideParamSyntax = true,
            description = "${bundle:doctor.transport}")
    List<Transport> transports = new ArrayList<>();

    @Option(names = "--eio", paramLabel = "3|4|auto", description = "${bundle:doctor.eio}")
    String eio = "4";

    @Option(names = "--parser", paramLabel = "json|msgpack", description = "${bundle:doctor.parser}")
    String parser = "json";

    @Option(names = "--origin", paramLabel = "ORIGIN", description = "${bundle:doctor.origin}")
    @Nullable String origin;

    @Option(names = "--heartbeats", paramLabel = "N", description = "${bundle:doctor.heartbeats}")
    int heartbeats = 2;

    @Option(names = "--patience", paramLabel = "TIME", description = "${bundle:doctor.patience}")
    Duration patience = Duration.ofSeconds(10);

    @Mixin
    CommonOptions common = new CommonOptions();

    DoctorCommand(CliContext context, Words words) {
        this.context = context;
        this.words = words;
    }

    private Usage usage() {
        return new Usage(words, "sioscope doctor");
    }

    @Override
    public Integer call() {
        ConnectSpec spec = spec();
        List<SpecProblem> problems = spec.problems();
        if (!problems.isEmpty()) {
            throw new CliFailure(ExitCode.USAGE, new Explain(context.locale()).problem(problems.getFirst()));
        }
        DoctorBuilder doctor = Doctors.of(spec);
        protocol(doctor);
        require(heartbeats >= 0, "--heartbeats", heartbeats);
        require(patience.isPositive(), "--patience", "0");
        doctor.heartbeats(heartbeats).patience(patience);
        if (origin != null) {
            require(origin.matches(ORIGIN), "--origin", origin);
            doctor.origin(origin);
        }
        Output output = new Output(context, common.json);
        return new DoctorRun(context, words, output, new DoctorWords(context.locale()), heartbeats).run(doctor.build());
    }

    private void protocol(DoctorBuilder doctor) {
        switch (eio) {
            case "3" -> doctor.engine(EngineChoice.V3);
            case "4" -> doctor.engine(EngineChoice.V4);
            case "auto" -> doctor.engine(EngineChoice.DETECT);
            default -> throw usage().failure("wrong.value", "--eio", eio);
        }
        switch (parser) {
            case "json" -> doctor.parser(PacketParser.JSON);
            case "msgpack" -> doctor.parser(PacketParser.MSGPACK);
            default -> throw usage().failure("wrong.value", "--parser", parser);
        }
    }

    private void require(boolean right, String option, Object value) {
        if (!right) {
            throw usage().failure("wrong.value", option, value);
        }
    }

    private ConnectSpec spec() {
        ConnectSpec spec = ConnectSpec.to(url)
                .withNamespaces(namespaces)
                .withAuth(auth)
                .withHeaders(Pairs.headers(headers, usage()))
                .withQuery(Pairs.query(query, usage()))
                .withPath(path);
        return transports.isEmpty() ? spec : spec.withTransports(transports);
    }
}

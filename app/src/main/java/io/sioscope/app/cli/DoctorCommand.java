package io.sioscope.app.cli;

import io.sioscope.app.doctor.DoctorWords;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.Doctors;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.Words;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.client.doctor.DoctorBuilder;
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

    @Mixin
    AddressOptions address = new AddressOptions();

    @Option(
            names = "--transport",
            paramLabel = "polling|websocket",
            split = ",",
            hideParamSyntax = true,
            description = "${bundle:doctor.transport}")
    List<Transport> transports = new ArrayList<>();

    @Option(names = "--origin", paramLabel = "ORIGIN", description = "${bundle:doctor.origin}")
    @Nullable String origin;

    @Option(names = "--heartbeats", paramLabel = "N", description = "${bundle:doctor.heartbeats}")
    int heartbeats = 2;

    @Option(names = "--patience", paramLabel = "TIME", description = "${bundle:doctor.patience}")
    Duration patience = Duration.ofSeconds(10);

    @Mixin
    ConnectTuning tuning = new ConnectTuning();

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
        Explain explain = new Explain(context.locale());
        DoctorBuilder doctor = Doctors.of(AddressOptions.checked(spec(), address.variables(usage()), explain));
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

    private void require(boolean right, String option, Object value) {
        if (!right) {
            throw usage().failure("wrong.value", option, value);
        }
    }

    private ConnectSpec spec() {
        ConnectSpec spec = address.over(ConnectSpec.to(url), usage())
                .withNamespaces(namespaces)
                .withOptions(tuning.options());
        return transports.isEmpty() ? spec : spec.withTransports(transports);
    }
}

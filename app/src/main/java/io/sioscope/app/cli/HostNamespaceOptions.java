package io.sioscope.app.cli;

import io.sioscope.app.workbench.HostNamespaces;
import io.sioscope.app.workbench.HostRecovery;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The namespaces of {@code host}, and who comes back to them. */
final class HostNamespaceOptions {
    @Option(
            names = "--namespaces",
            paramLabel = "/a,/b",
            split = ",",
            hideParamSyntax = true,
            description = "${bundle:host.namespaces}")
    @Nullable List<String> namespaces;

    @Option(names = "--cleanup-empty-child-namespaces", description = "${bundle:host.cleanup}")
    boolean cleanup;

    @Option(
            names = "--connection-state-recovery",
            paramLabel = "TIME",
            arity = "0..1",
            fallbackValue = "2m",
            description = "${bundle:host.recovery}")
    @Nullable Duration recovery;

    @Option(names = "--skip-middlewares", negatable = true, description = "${bundle:host.skipMiddlewares}")
    @Nullable Boolean skipMiddlewares;

    /** The base with what was given. */
    HostNamespaces over(HostNamespaces base) {
        return new HostNamespaces(
                namespaces == null ? base.granted() : namespaces, cleanup || base.cleanupEmptyChildNamespaces());
    }

    /** The base with what was given. */
    HostRecovery over(HostRecovery base, Usage usage) {
        if (skipMiddlewares != null && recovery == null && !base.on()) {
            String option = skipMiddlewares ? "--skip-middlewares" : "--no-skip-middlewares";
            throw usage.failure("wrong.needs", option, "--connection-state-recovery");
        }
        return new HostRecovery(
                recovery != null || base.on(),
                recovery == null ? base.duration() : recovery,
                skipMiddlewares == null ? base.skipMiddlewares() : skipMiddlewares);
    }
}

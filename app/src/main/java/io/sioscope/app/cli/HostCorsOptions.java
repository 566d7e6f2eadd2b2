package io.sioscope.app.cli;

import io.sioscope.app.workbench.CorsOrigin;
import io.sioscope.app.workbench.HostCors;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which web pages {@code host} lets in. */
final class HostCorsOptions {
    @Option(names = "--cors-origin", paramLabel = "ORIGIN", description = "${bundle:host.cors}")
    @Nullable List<String> origins;

    @Option(names = "--cors-credentials", description = "${bundle:host.corsCredentials}")
    boolean credentials;

    @Option(
            names = "--cors-methods",
            paramLabel = "METHOD",
            split = ",",
            hideParamSyntax = true,
            description = "${bundle:host.corsMethods}")
    @Nullable List<String> methods;

    @Option(
            names = "--cors-allowed-headers",
            paramLabel = "NAME",
            split = ",",
            hideParamSyntax = true,
            description = "${bundle:host.corsAllowedHeaders}")
    @Nullable List<String> headers;

    @Option(
            names = "--cors-exposed-headers",
            paramLabel = "NAME",
            split = ",",
            hideParamSyntax = true,
            description = "${bundle:host.corsExposedHeaders}")
    @Nullable List<String> exposedHeaders;

    /** The base with what was given. */
    HostCors over(HostCors base, Usage usage) {
        if (origins == null && base.origins().isEmpty()) {
            refuse(credentials, "--cors-credentials", usage);
            refuse(methods != null, "--cors-methods", usage);
            refuse(headers != null, "--cors-allowed-headers", usage);
            refuse(exposedHeaders != null, "--cors-exposed-headers", usage);
        }
        return new HostCors(
                origins == null
                        ? base.origins()
                        : origins.stream().flatMap(text -> CorsOrigin.split(text).stream()).toList(),
                credentials || base.credentials(),
                methods == null ? base.methods() : methods,
                headers == null ? base.headers() : headers,
                exposedHeaders == null ? base.exposedHeaders() : exposedHeaders);
    }

    /** Without an origin it would do nothing. */
    private static void refuse(boolean given, String option, Usage usage) {
        if (given) {
            throw usage.failure("wrong.needs", option, "--cors-origin");
        }
    }
}

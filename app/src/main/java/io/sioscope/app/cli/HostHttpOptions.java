package io.sioscope.app.cli;

import io.sioscope.app.workbench.HostCompression;
import io.sioscope.app.workbench.HostHttp;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The HTTP side of {@code host}. */
final class HostHttpOptions {
    @Option(names = "--path", paramLabel = "PATH", description = "${bundle:option.path}")
    @Nullable String path;

    @Option(names = "--add-trailing-slash", negatable = true, description = "${bundle:host.addTrailingSlash}")
    @Nullable Boolean addTrailingSlash;

    @Option(names = "--serve-client", negatable = true, description = "${bundle:host.serveClient}")
    @Nullable Boolean serveClient;

    @Option(names = "--http-compression", paramLabel = "BYTES|off", description = "${bundle:host.httpCompression}")
    @Nullable HostCompression compression;

    @Option(names = "--cookie", paramLabel = "COOKIE", description = "${bundle:host.cookie}")
    @Nullable String cookie;

    /** The base with what was given. */
    HostHttp over(HostHttp base) {
        return new HostHttp(
                path == null ? base.path() : path,
                addTrailingSlash == null ? base.addTrailingSlash() : addTrailingSlash,
                serveClient == null ? base.serveClient() : serveClient,
                compression == null ? base.compression() : compression,
                cookie == null ? base.cookie() : cookie);
    }
}

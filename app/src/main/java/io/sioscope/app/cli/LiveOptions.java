package io.sioscope.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a command that sees live traffic takes. */
final class LiveOptions {
    @Option(names = "--capture", paramLabel = "FILE", description = "${bundle:option.capture}")
    @Nullable Path capture;
}

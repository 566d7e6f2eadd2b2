package io.sioscope.app.cli;

import picocli.CommandLine.Option;

/** What every command takes. */
final class CommonOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "${bundle:option.help}")
    boolean help;

    @Option(names = "--json", description = "${bundle:option.json}")
    boolean json;
}

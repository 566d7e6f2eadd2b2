package io.sioscope.app.cli;

import io.sioscope.app.workbench.Words;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program itself, when no command is given: its help. The window is opened before the command line is asked. */
@Command(
        name = "sioscope",
        description = "${bundle:sioscope.description}",
        synopsisHeading = "${bundle:help.usage}",
        optionListHeading = "${bundle:help.options}",
        commandListHeading = "${bundle:help.commands}",
        footer = "${bundle:sioscope.footer}",
        versionProvider = SioscopeCommand.VersionLine.class)
final class SioscopeCommand implements Callable<Integer> {
    private final CliContext context;
    private final Words words;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "${bundle:option.help}")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "${bundle:option.version}")
    boolean version;

    SioscopeCommand(CliContext context, Words words) {
        this.context = context;
        this.words = words;
    }

    /** The line of {@code --version}. */
    static final class VersionLine implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"sioscope " + Version.text()};
        }
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(context.out());
        throw new CliFailure(
                ExitCode.USAGE,
                new io.sioscope.app.workbench.Explanation(words.get("wrong.noCommand"), ""));
    }
}

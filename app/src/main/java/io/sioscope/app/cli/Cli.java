package io.sioscope.app.cli;

import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.Explanation;
import io.sioscope.app.workbench.HostCompression;
import io.sioscope.app.workbench.Words;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.socketio.PacketParser;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The command line as a whole: reads the arguments, runs the command, turns whatever happens into words and an exit code. */
public final class Cli {
    private static final Logger LOG = LoggerFactory.getLogger(Cli.class);
    private static final int HELP_WIDTH = 100;

    private final CliContext context;
    private final Words words;

    /** A command line in the process that {@code context} describes. */
    public Cli(CliContext context) {
        this.context = context;
        this.words = Words.beside(Cli.class, context.locale());
    }

    /** Runs one command to its end on the calling thread; never throws. Returns the exit code. */
    public int run(String... args) {
        boolean json = List.of(args).contains("--json");
        CommandLine line = new CommandLine(new SioscopeCommand(context, words));
        line.addSubcommand(host());
        line.addSubcommand(new ConnectCommand(context, words));
        line.addSubcommand(new DoctorCommand(context, words));
        line.addSubcommand(new ShowCommand(context, words));
        line.addSubcommand(new ConvertCommand(context, words));
        line.setResourceBundle(words.bundle());
        line.setExpandAtFiles(false);
        line.registerConverter(Duration.class, new DurationConverter());
        line.registerConverter(Transport.class, new TransportConverter());
        line.registerConverter(PacketParser.class, new ParserConverter());
        line.registerConverter(HostCompression.class, new CompressionConverter());
        line.setOut(new PrintWriter(context.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(context.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(Help.defaultColorScheme(context.colours() ? Help.Ansi.ON : Help.Ansi.OFF));
        line.setUsageHelpWidth(HELP_WIDTH);
        Output output = new Output(context, json);
        UsageErrors usage = new UsageErrors(words);
        line.setParameterExceptionHandler((wrong, given) -> fail(usage.explain(wrong), output));
        line.setExecutionExceptionHandler((thrown, command, parsed) -> fail(thrown, output));
        int code = line.execute(args);
        context.out().flush();
        context.err().flush();
        return code;
    }

    private CommandLine host() {
        CommandLine host = new CommandLine(new HostCommand(context, words));
        host.getHelpSectionMap()
                .put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, new OptionGroups(HostCommand.GROUPS, words));
        return host;
    }

    /** Runs something outside the arguments' reach with the same care. Returns the exit code; never throws. */
    int guarded(Output output, IntSupplier command) {
        try {
            return command.getAsInt();
        } catch (RuntimeException thrown) {
            return fail(thrown, output);
        }
    }

    private int fail(Exception thrown, Output output) {
        if (thrown instanceof CliFailure failure) {
            output.error(failure.explanation());
            return failure.exitCode();
        }
        LOG.error("a command failed", thrown);
        Explanation explanation = new Explain(context.locale()).internal(context.log());
        output.error(explanation);
        return ExitCode.FAILED;
    }
}

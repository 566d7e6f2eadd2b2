package io.sioscope.app.cli;

import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workbench.LocalCertificates;
import io.sioscope.app.workbench.Words;
import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The command line as this process: its streams, its terminal, and Ctrl+C. Main thread. */
public final class CliProcess {
    /** How long a command may take to end after Ctrl+C before it is cut off. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final Logger LOG = LoggerFactory.getLogger(CliProcess.class);
    private static final int BUFFER = 1 << 16;

    private CliProcess() {}

    /**
     * Runs a command to its end.
     *
     * @param log where our own mistakes are written down
     * @param certificates where those lie that are made for hosts
     * @return the exit code
     */
    public static int run(String[] args, Path log, Path certificates) {
        return stoppable(log, LocalCertificates.in(certificates, InstantSource.system()), context -> new Cli(context).run(args));
    }

    /** Says that there is no display, runs the demo in the terminal until Ctrl+C, and returns the exit code. */
    public static int demo(Path log) {
        return stoppable(log, LocalCertificates.notKept(), context -> {
            Words words = Words.beside(Cli.class, context.locale());
            Output output = new Output(context, false);
            output.say(words.get("demo.noDisplay"));
            HostSpec spec = HostSpec.on(0, new Behaviour.Demo(HostCommand.DEMO_SEED));
            return new Cli(context).guarded(output, () -> new HostRun(context, words, output, null).run(spec));
        });
    }

    /** Says that something of our own went wrong, writes it down, and returns the exit code. */
    public static int internal(Throwable bug, Path log) {
        LOG.error("the program failed", bug);
        CliContext context = new CliContext(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                false,
                Locale.getDefault(),
                log,
                LocalCertificates.notKept(),
                new StopSignal());
        new Output(context, false).error(new Explain(context.locale()).internal(log));
        return ExitCode.FAILED;
    }

    private static int stoppable(Path log, LocalCertificates certificates, ToIntFunction<CliContext> command) {
        StopSignal stop = new StopSignal();
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        CliContext context =
                new CliContext(out, err, hasColours(System.getenv()), Locale.getDefault(), log, certificates, stop);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stop), "stop"));
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> LOG.error("thread {} died", thread.getName(), bug));
        int code = guarded(command, context);
        out.flush();
        err.flush();
        stop.finish(code);
        return code;
    }

    private static int guarded(ToIntFunction<CliContext> command, CliContext context) {
        try {
            return command.applyAsInt(context);
        } catch (Error bug) {
            return internal(bug, context.log());
        }
    }

    /** Runs on Ctrl+C, and at the ordinary end, where there is nothing left to do. */
    private static void end(StopSignal stop) {
        if (stop.isFinished()) {
            return;
        }
        stop.request();
        OptionalInt code = stop.awaitFinished(PATIENCE);
        // A signal would make the exit code 128 and more, whatever the command's end was.
        Runtime.getRuntime().halt(code.orElse(ExitCode.FAILED));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER), false, StandardCharsets.UTF_8);
    }

    private static boolean hasColours(Map<String, String> environment) {
        Console console = System.console();
        return console != null
                && console.isTerminal()
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }
}

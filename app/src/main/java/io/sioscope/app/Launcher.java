package io.sioscope.app;

import io.sioscope.app.cli.CliProcess;
import io.sioscope.app.ui.shell.SioscopeApp;
import io.sioscope.app.workspace.StateFolder;
import java.nio.file.Path;
import javafx.application.Application;

/**
 * Starts the program: the window without arguments, the command line with some. It does not extend JavaFX's Application, so
 * that JavaFX may lie on the class path.
 */
public final class Launcher {
    private static final String LOG_PROPERTY = "sioscope.log";

    private Launcher() {}

    /**
     * Runs the program on the calling thread and ends the process.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String[] args) {
        Path state = StateFolder.ofThisUser();
        Path log = StateFolder.log(state);
        // Before the first logger is made: the log's configuration asks for it.
        System.setProperty(LOG_PROPERTY, log.toString());
        if (args.length > 0) {
            return CliProcess.run(args, log, StateFolder.certificates(state));
        }
        return Display.isThere(System.getenv(), System.getProperties()) ? window(args, log) : CliProcess.demo(log);
    }

    /** What goes wrong after the window is there is its own affair; here it is that there is none, or that it did not open. */
    private static int window(String[] args, Path log) {
        try {
            Application.launch(SioscopeApp.class, args);
            return 0;
        } catch (UnsupportedOperationException | UnsatisfiedLinkError noDisplay) {
            return CliProcess.demo(log);
        } catch (RuntimeException bug) {
            return CliProcess.internal(bug, log);
        }
    }
}

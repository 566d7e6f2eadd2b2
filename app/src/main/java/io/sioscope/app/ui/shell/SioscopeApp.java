package io.sioscope.app.ui.shell;

import io.sioscope.app.capture.Hub;
import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.kit.FxPump;
import io.sioscope.app.ui.kit.MessageKind;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Theme;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.workbench.Workbench;
import io.sioscope.app.workspace.Settings;
import io.sioscope.app.workspace.SettingsStore;
import io.sioscope.app.workspace.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program with a window. JavaFX makes it, on its own thread. */
public final class SioscopeApp extends Application {

    private static final Logger LOG = LoggerFactory.getLogger(SioscopeApp.class);
    private static final int LEAST_WIDTH = 1100;
    private static final int LEAST_HEIGHT = 700;
    private static final String RECORDINGS = "recordings";

    private @Nullable Recording recording;
    private @Nullable Workbench workbench;
    private @Nullable Hub hub;
    private @Nullable FxPump pump;
    private @Nullable Shell shell;
    private @Nullable Stage stage;

    /** Opens the window. */
    @Override
    public void start(Stage primary) throws IOException {
        Path folder = StateFolder.ofThisUser();
        SettingsStore store = new SettingsStore(folder);
        SettingsStore.Loading loading = store.load();
        Settings settings = loading.settings();
        List<Path> leftOver = Recording.leftOver(folder.resolve(RECORDINGS));
        Recording begun = record(folder);
        Hub taking = new Hub(begun.writer());
        Surroundings around = new Surroundings(
                new FxPump(),
                new Theme(choice(settings)),
                store,
                settings,
                Clock.system(ZoneId.systemDefault()),
                Locale.getDefault(),
                Optional.empty(),
                Platform::exit);
        Workbench sessions = new Workbench(taking, around.wanted());
        Engine engine = new Engine(sessions, taking, begun.writer().journal());
        Shell window = new Shell(engine, around);
        recording = begun;
        hub = taking;
        workbench = sessions;
        pump = around.pump();
        shell = window;
        stage = primary;
        // A signal ends the process without a word to JavaFX.
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
        Thread.currentThread().setUncaughtExceptionHandler((thread, problem) -> window.internalProblem(problem));
        show(primary, window, settings, around.pump());
        around.pump().start();
        tell(window, loading, leftOver, new Texts(SioscopeApp.class, around.wanted()));
    }

    private static Recording record(Path folder) throws IOException {
        try {
            return Recording.begin(folder.resolve(RECORDINGS));
        } catch (IOException unwritable) {
            LOG.warn("cannot record into {}, so into a temporary folder", folder, unwritable);
            return Recording.begin(Files.createTempDirectory("sioscope"));
        }
    }

    private static ThemeChoice choice(Settings settings) {
        return switch (settings.theme()) {
            case "light" -> ThemeChoice.LIGHT;
            case "dark" -> ThemeChoice.DARK;
            default -> ThemeChoice.SYSTEM;
        };
    }

    private static void show(Stage primary, Shell window, Settings settings, FxExecutor fx) {
        primary.setTitle("Sioscope");
        primary.setScene(window.content());
        primary.setMinWidth(LEAST_WIDTH);
        primary.setMinHeight(LEAST_HEIGHT);
        primary.setMaximized(settings.maximized());
        primary.show();
        fit(primary);
        window.begin();
        // Drawing them takes a while, and nobody waits for them.
        fx.later(() -> primary.getIcons().setAll(AppIcon.images()));
    }

    /** A window that was remembered from a larger screen, or that is larger than this one from the start, is made to fit. */
    private static void fit(Stage window) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        if (window.getWidth() > screen.getWidth() || window.getHeight() > screen.getHeight()) {
            window.setWidth(Math.min(window.getWidth(), screen.getWidth()));
            window.setHeight(Math.min(window.getHeight(), screen.getHeight()));
            window.centerOnScreen();
        }
    }

    private static void tell(Shell window, SettingsStore.Loading loading, List<Path> leftOver, Texts texts) {
        switch (loading) {
            case SettingsStore.Loading.Read _ -> {}
            case SettingsStore.Loading.Broken(var _, Path kept) ->
                window.say(MessageKind.FAULT, texts.get("settings.broken", kept));
            case SettingsStore.Loading.Unreadable _ -> window.say(MessageKind.FAULT, texts.get("settings.unreadable"));
        }
        if (!leftOver.isEmpty()) {
            window.offer(leftOver);
        }
    }

    /** The window was closed. */
    @Override
    public void stop() {
        if (shell != null && stage != null) {
            keep(shell, stage.isMaximized());
            shell.close();
        }
        if (pump != null) {
            pump.close();
        }
        end();
    }

    /** Ends what runs behind the window, once; what was recorded and not exported goes. Any thread. */
    private synchronized void end() {
        if (workbench != null) {
            workbench.close();
        }
        if (hub != null) {
            hub.close();
        }
        if (recording != null) {
            delete(recording);
        }
        workbench = null;
        hub = null;
        recording = null;
    }

    private static void delete(Recording ended) {
        try {
            ended.delete();
        } catch (IOException stuck) {
            LOG.warn("the recording could not be deleted", stuck);
        }
    }

    private static void keep(Shell window, boolean maximized) {
        try {
            window.remember(maximized);
        } catch (IOException unwritable) {
            LOG.warn("the settings could not be saved", unwritable);
        }
    }
}

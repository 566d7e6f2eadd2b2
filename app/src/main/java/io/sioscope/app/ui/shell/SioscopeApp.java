package io.sioscope.app.ui.shell;

import io.sioscope.app.capture.Hub;
import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.kit.FxPump;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Theme;
import io.sioscope.app.workbench.LocalCertificates;
import io.sioscope.app.workbench.Workbench;
import io.sioscope.app.workspace.Layout;
import io.sioscope.app.workspace.StateFolder;
import io.sioscope.app.workspace.Workspace;
import io.sioscope.app.workspace.WorkspaceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
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
        WorkspaceStore store = new WorkspaceStore(folder);
        WorkspaceStore.Loading loading = store.load();
        LeftOvers leftOver = leftOvers(folder, loading.workspace());
        Workspace workspace = loading.workspace().withOffered(leftOver.offered());
        Recording begun = record(folder, workspace.preferences().recordingMegabytes());
        Hub taking = new Hub(begun.writer());
        Surroundings around = new Surroundings(
                new FxPump(),
                new Theme(Appearance.theme(workspace.preferences().look())),
                store,
                workspace,
                Clock.system(ZoneId.systemDefault()),
                Locale.getDefault(),
                Optional.empty(),
                Platform::exit);
        Workbench sessions = new Workbench(
                taking, around.wanted(), LocalCertificates.in(StateFolder.certificates(folder), InstantSource.system()));
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
        show(primary, window, workspace.layout(), around.pump());
        around.pump().start();
        String troubles = troubles(loading, new Texts(SioscopeApp.class, around.wanted()));
        window.tell(troubles, leftOver.offer());
    }

    /** Deletes what was offered long enough, and says what is left. */
    private static LeftOvers leftOvers(Path folder, Workspace workspace) {
        LeftOvers found = LeftOvers.of(
                Recording.leftOver(folder.resolve(RECORDINGS)),
                workspace.offered(),
                workspace.preferences().keepDays(),
                System.currentTimeMillis());
        found.delete().forEach(file -> LOG.info("{} was offered long enough and is deleted", file));
        found.delete().forEach(Recording::forget);
        return found;
    }

    private static Recording record(Path folder, int megabytes) throws IOException {
        try {
            return Recording.begin(folder.resolve(RECORDINGS), megabytes);
        } catch (IOException unwritable) {
            LOG.warn("cannot record into {}, so into a temporary folder", folder, unwritable);
            return Recording.begin(Files.createTempDirectory("sioscope"), megabytes);
        }
    }

    private static void show(Stage primary, Shell window, Layout layout, FxExecutor fx) {
        primary.setTitle("Sioscope");
        primary.setScene(window.content());
        primary.setMinWidth(LEAST_WIDTH);
        primary.setMinHeight(LEAST_HEIGHT);
        primary.setMaximized(layout.maximized());
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

    private static String troubles(WorkspaceStore.Loading loading, Texts texts) {
        return loading.troubles().stream()
                .map(trouble -> switch (trouble) {
                    case WorkspaceStore.Trouble.BrokenWorkspace(Path kept) -> texts.get("settings.broken", kept);
                    case WorkspaceStore.Trouble.UnusableWorkspace _ -> texts.get("settings.unreadable");
                    case WorkspaceStore.Trouble.BrokenSecrets(Path kept) -> texts.get("secrets.broken", kept);
                    case WorkspaceStore.Trouble.UnusableSecrets _ -> texts.get("secrets.unreadable");
                })
                .collect(Collectors.joining(" "));
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

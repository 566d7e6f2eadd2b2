package io.sioscope.app.ui.shell;

import static org.awaitility.Awaitility.await;

import io.sioscope.app.capture.CaptureFile;
import io.sioscope.app.capture.Hub;
import io.sioscope.app.capture.JournalWriter;
import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.FxPump;
import io.sioscope.app.ui.kit.Screenshots;
import io.sioscope.app.ui.kit.Theme;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.workbench.LocalCertificates;
import io.sioscope.app.workbench.Workbench;
import io.sioscope.app.workspace.Layout;
import io.sioscope.app.workspace.Preferences;
import io.sioscope.app.workspace.Workspace;
import io.sioscope.app.workspace.WorkspaceStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.Duration;
import io.sioscope.app.ui.traffic.TrafficRow;
import io.sioscope.app.ui.traffic.TrafficViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;

/** A whole window over a real workbench and a real journal, driven on the JavaFX thread without a robot. */
final class ShellHarness implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final Workbench workbench;
    final Hub hub;
    final PickedFiles files = new PickedFiles();
    final Shell shell;
    final Stage stage;
    private final FxPump pump;
    private final Theme theme;

    ShellHarness(Path folder, Workspace workspace, ThemeChoice choice) {
        Fx.start();
        JournalWriter writer;
        try {
            writer = CaptureFile.create(folder.resolve("recording.siocap"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hub = new Hub(writer);
        workbench = new Workbench(
                hub, Locale.ENGLISH, LocalCertificates.in(folder.resolve("certificates"), InstantSource.system()));
        Engine engine = new Engine(workbench, hub, writer.journal());
        theme = Fx.call(() -> new Theme(choice));
        pump = Fx.call(FxPump::new);
        shell = Fx.call(() -> new Shell(
                engine,
                new Surroundings(
                        pump,
                        theme,
                        new WorkspaceStore(folder),
                        workspace,
                        Clock.systemUTC(),
                        Locale.ENGLISH,
                        Optional.of(files),
                        () -> {})));
        stage = Fx.call(() -> {
            pump.start();
            Stage shown = new Stage();
            shown.setScene(shell.content());
            shown.show();
            shell.begin();
            return shown;
        });
        Fx.pulses();
    }

    static Workspace sized(int width, int height) {
        return Workspace.DEFAULTS
                .withLayout(Layout.DEFAULTS.withWindow(width, height, false))
                .withPreferences(Preferences.DEFAULTS.withMotion(Preferences.Motion.OFF));
    }

    /** The same, in a language. */
    static Workspace sized(int width, int height, String language) {
        Workspace workspace = sized(width, height);
        return workspace.withPreferences(workspace.preferences().withLanguage(language));
    }

    void run(CommandId id) {
        Fx.run(() -> shell.run(id));
        Fx.pulses();
    }

    <T extends Node> T find(String selector, Class<T> type) {
        return Fx.call(() -> type.cast(stage.getScene().getRoot().lookup(selector)));
    }

    void type(String selector, String text) {
        Fx.run(() -> find(selector, TextInputControl.class).setText(text));
        Fx.pulses();
    }

    void press(String selector) {
        Fx.run(() -> find(selector, Button.class).fire());
        Fx.pulses();
    }

    String text(String selector) {
        return Fx.call(() -> find(selector, Labeled.class).getText());
    }

    boolean shows(String selector) {
        return Fx.call(() -> {
            Node node = stage.getScene().getRoot().lookup(selector);
            for (Node each = node; each != null; each = each.getParent()) {
                if (!each.isVisible()) {
                    return false;
                }
            }
            return node != null;
        });
    }

    void until(String what, Callable<Boolean> holds) {
        await(what).atMost(PATIENCE).until(holds);
        Fx.pulses();
    }

    void theme(ThemeChoice choice) {
        Fx.run(() -> theme.choiceProperty().set(choice));
        Fx.pulses();
    }

    /** Presses a key where the focus is. */
    void key(javafx.scene.input.KeyCode code, boolean shift, boolean control, boolean alt) {
        Fx.run(() -> {
            javafx.scene.Scene scene = stage.getScene();
            javafx.event.EventTarget target = scene.getFocusOwner() == null ? scene : scene.getFocusOwner();
            javafx.event.Event.fireEvent(
                    target,
                    new javafx.scene.input.KeyEvent(
                            javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", code, shift, control, alt, false));
        });
        Fx.pulses();
    }

    void control(javafx.scene.input.KeyCode code) {
        key(code, false, true, false);
    }

    boolean focused(String selector) {
        return Fx.call(() -> {
            for (Node node = stage.getScene().getFocusOwner(); node != null; node = node.getParent()) {
                if (node.equals(stage.getScene().getRoot().lookup(selector))) {
                    return true;
                }
            }
            return false;
        });
    }

    /** The rows that the table shows now. */
    List<TrafficRow> rows() {
        return Fx.call(() -> {
            List<TrafficRow> rows = new ArrayList<>();
            for (int i = 0; i < traffic().shownProperty().get(); i++) {
                rows.add(traffic().row(i));
            }
            return rows;
        });
    }

    TrafficViewModel traffic() {
        return shell.pages().traffic();
    }

    /** Takes the picture light and dark. */
    void pictures(String name) {
        for (ThemeChoice choice : new ThemeChoice[] {ThemeChoice.LIGHT, ThemeChoice.DARK}) {
            theme(choice);
            Screenshots.save(stage.getScene(), name + "-" + choice.name().toLowerCase(Locale.ROOT));
        }
        theme(ThemeChoice.LIGHT);
    }

    @Override
    public void close() {
        Fx.closePopups();
        // What is written behind the test's back would come into a folder that is being deleted.
        await("the workspace is written").atMost(PATIENCE).until(() -> Fx.call(() -> shell.shelf().isWritten()));
        Fx.run(() -> {
            shell.close();
            stage.close();
            pump.close();
        });
        workbench.close();
        hub.close();
    }
}

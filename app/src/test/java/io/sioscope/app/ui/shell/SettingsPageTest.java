package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.SegmentedToggle;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.ui.kit.Toasts;
import io.sioscope.app.ui.kit.VirtualRow;
import io.sioscope.app.ui.kit.ZoomPane;
import io.sioscope.app.workspace.Preferences;
import io.sioscope.app.workspace.WorkspaceStore;
import io.sioscope.testing.NeedsDisplayText;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NeedsDisplayText
class SettingsPageTest {

    @TempDir
    Path folder;

    private ShellHarness window;

    private void open(int width, int height, String language) {
        window = new ShellHarness(folder, ShellHarness.sized(width, height, language), ThemeChoice.LIGHT);
    }

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
    }

    @SuppressWarnings("unchecked")
    private <T> void choose(String selector, T value) {
        Fx.run(() -> ((SegmentedToggle<T>) window.find(selector, SegmentedToggle.class)).valueProperty().set(value));
        Fx.pulses();
    }

    private Preferences kept() {
        return Fx.call(() -> window.shell.choices().preferences());
    }

    private double factor() {
        return Fx.call(() -> window.find(".zoom-pane", ZoomPane.class).factorProperty().get());
    }

    @ParameterizedTest
    @CsvSource({"1100,700,en", "1100,700,fr", "1600,990,en", "1600,990,fr"})
    void pictures(int width, int height, String language) {
        open(width, height, language);
        window.control(KeyCode.COMMA);
        assertThat(window.shows("#settings-theme")).isTrue();
        assertThat(Fx.call(() -> window.stage.getScene().getRoot().minWidth(-1))).isLessThanOrEqualTo(1100);
        window.pictures("settings-" + language + "-" + width);
    }

    @Test
    void whatIsChosenShowsAtOnceAndIsKept() {
        open(1100, 700, "en");
        window.run(CommandId.SETTINGS);
        choose("#settings-theme", Preferences.Look.DARK);
        assertThat(Fx.call(() -> window.stage.getScene().getRoot().getStyleClass().contains("dark"))).isTrue();
        choose("#settings-size", 150);
        assertThat(factor()).isEqualTo(1.5);
        assertThat(window.text("#zoom")).startsWith("150");
        choose("#settings-motion", Preferences.Motion.ON);
        Fx.run(() -> box("#settings-cap").setValue(4_000));
        Fx.run(() -> box("#settings-keep").setValue(Preferences.FOR_EVER));
        choose("#settings-language", "fr");
        assertThat(window.text("#settings-reset")).isEqualTo("Rétablir les valeurs d'origine");
        assertThat(window.focused("#settings")).isTrue();
        Preferences wanted = new Preferences(
                Preferences.Look.DARK, "fr", 150, Preferences.Motion.ON, 4_000, Preferences.FOR_EVER);
        assertThat(kept()).isEqualTo(wanted);
        window.until("it is written", () -> new WorkspaceStore(folder).load().workspace().preferences().equals(wanted));
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Integer> box(String selector) {
        return (ComboBox<Integer>) window.find(selector, ComboBox.class);
    }

    @Test
    void aResetIsUndoneFromItsMessage() {
        open(1100, 700, "en");
        window.run(CommandId.SETTINGS);
        choose("#settings-size", 130);
        Preferences before = kept();
        window.press("#settings-reset");
        assertThat(kept()).isEqualTo(Preferences.DEFAULTS);
        assertThat(factor()).isEqualTo(1.0);
        window.press(".message.floating > .in-row");
        assertThat(kept()).isEqualTo(before);
        assertThat(factor()).isEqualTo(1.3);
    }

    @Test
    void theSameKeyLeadsBackToWhereOneWas() {
        open(1100, 700, "en");
        window.run(CommandId.CONNECT);
        window.type("#url", "http://localhost:3999");
        window.control(KeyCode.COMMA);
        assertThat(window.shows("#settings")).isTrue();
        window.control(KeyCode.COMMA);
        assertThat(window.shows("#url")).isTrue();
        window.control(KeyCode.COMMA);
        window.key(KeyCode.ESCAPE, false, false, false);
        assertThat(window.shows("#url")).isTrue();
        assertThat(Fx.call(() -> window.find("#url", javafx.scene.control.TextField.class).getText()))
                .isEqualTo("http://localhost:3999");
    }

    @Test
    void thePathIsCopied() {
        open(1100, 700, "en");
        window.run(CommandId.SETTINGS);
        window.press("#settings-copy");
        assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(folder.toString());
    }

    @Test
    void keysAndTheStatusBarMakeEverythingLarger() {
        open(1100, 700, "en");
        window.control(KeyCode.PLUS);
        assertThat(factor()).isEqualTo(1.15);
        window.control(KeyCode.EQUALS);
        window.control(KeyCode.ADD);
        assertThat(factor()).isEqualTo(1.5);
        window.control(KeyCode.MINUS);
        assertThat(factor()).isEqualTo(1.3);
        window.control(KeyCode.DIGIT0);
        assertThat(factor()).isEqualTo(1.0);
        window.press("#zoom");
        List<MenuItem> sizes = Fx.call(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .toList());
        assertThat(sizes).hasSize(6);
        Fx.run(() -> sizes.getLast().fire());
        Fx.closePopups();
        Fx.pulses();
        assertThat(factor()).isEqualTo(2.0);
        for (int i = 0; i < 3; i++) {
            window.control(KeyCode.PLUS);
        }
        assertThat(factor()).isEqualTo(2.0);
    }

    @Test
    void everythingCanBeReachedInASmallWindowAtTwiceTheSize() {
        open(1100, 700, "en");
        Fx.run(() -> window.shell.choices().changeTextSize(200));
        Fx.pulses();
        ZoomPane zoom = window.find(".zoom-pane", ZoomPane.class);
        List<ScrollBar> bars = Fx.call(() -> zoom.getChildrenUnmodifiable().stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .toList());
        assertThat(bars).allMatch(ScrollBar::isVisible);
        window.pictures("zoom-200-1100");
        Fx.run(() -> window.find("#zoom", Node.class).requestFocus());
        Fx.pulses();
        assertThat(inSight("#zoom")).isTrue();
        Fx.run(() -> window.find("#top-connect", Node.class).requestFocus());
        Fx.pulses();
        assertThat(inSight("#top-connect")).isTrue();
        Fx.run(() -> bars.forEach(bar -> bar.setValue(bar.getMax())));
        Fx.pulses();
        assertThat(inSight("#zoom")).isTrue();
        Fx.run(() -> window.shell.choices().changeTextSize(100));
        Fx.pulses();
        assertThat(bars).noneMatch(ScrollBar::isVisible);
        assertThat(inSight("#top-connect")).isTrue();
    }

    private boolean inSight(String selector) {
        return Fx.call(() -> {
            Node node = window.find(selector, Node.class);
            Bounds there = node.localToScene(node.getLayoutBounds());
            return there.getMinX() >= 0
                    && there.getMinY() >= 0
                    && there.getMaxX() <= window.stage.getScene().getWidth()
                    && there.getMaxY() <= window.stage.getScene().getHeight();
        });
    }

    @ParameterizedTest
    @CsvSource({"100,en", "150,en", "200,en", "200,fr"})
    void eachPageAtEachSize(int percent, String language) {
        open(1600, 990, language);
        Fx.run(() -> window.shell.choices().changeTextSize(percent));
        Fx.pulses();
        window.pictures("zoom-start-" + language + "-" + percent);
        window.run(CommandId.SETTINGS);
        window.pictures("zoom-settings-" + language + "-" + percent);
        window.run(CommandId.CONNECT);
        window.pictures("zoom-connect-" + language + "-" + percent);
        window.run(CommandId.HOST);
        window.pictures("zoom-host-" + language + "-" + percent);
        window.run(CommandId.DEMO);
        window.until("traffic", () -> window.rows().size() > 25);
        assertThat(sendIsInSight()).isTrue();
        Fx.run(() -> window.traffic().select(3));
        Fx.run(() -> ((Toasts) window.stage.getScene().getRoot()).bar().say(io.sioscope.app.ui.kit.MessageKind.INFO, "A message"));
        Fx.pulses();
        window.pictures("zoom-demo-" + language + "-" + percent);
        Bounds message = Fx.call(() -> ((Toasts) window.stage.getScene().getRoot()).bar().getBoundsInParent());
        assertThat(message.getMaxY()).isLessThan(990);
        assertThat(message.getHeight()).isGreaterThan(0.28 * percent);
    }

    /** Where the window had to scroll, at the end of its bar. */
    private boolean sendIsInSight() {
        Fx.run(() -> window.find("#composer-send", Node.class).requestFocus());
        Fx.pulses();
        return inSight("#composer-send");
    }

    @Test
    void aClickPicksTheRowUnderThePointerAtTwiceTheSize() {
        open(1600, 990, "en");
        Fx.run(() -> window.shell.choices().changeTextSize(200));
        window.run(CommandId.DEMO);
        window.until("traffic", () -> window.rows().size() > 25);
        window.run(CommandId.TRAFFIC);
        window.run(CommandId.PAUSE);
        Fx.run(() -> {
            VirtualRow row = (VirtualRow) window.find(".virtual-list", Node.class).lookupAll(".virtual-row").stream()
                    .filter(each -> each.isVisible() && each.getBoundsInParent().getMinY() > 0)
                    .findFirst()
                    .orElseThrow();
            int wanted = row.index();
            press(row, row.localToScene(40, row.getHeight() / 2));
            assertThat(window.traffic().selectedIndex()).isEqualTo(wanted);
        });
    }

    private static void press(Node target, Point2D at) {
        PickResult picked = new PickResult(target, at.getX(), at.getY());
        Event.fireEvent(
                target,
                new MouseEvent(
                        MouseEvent.MOUSE_PRESSED, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 1, false,
                        false, false, false, true, false, false, true, false, true, picked));
    }

    @Test
    void popUpsGrowToo() {
        open(1100, 700, "en");
        double usual = menuHeight();
        Fx.run(() -> window.shell.choices().changeTextSize(200));
        Fx.pulses();
        assertThat(menuHeight()).isGreaterThan(usual * 1.7);
    }

    private double menuHeight() {
        window.press("#zoom");
        double height = Fx.call(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .mapToDouble(Window::getHeight)
                .max()
                .orElse(0));
        Fx.closePopups();
        Fx.pulses();
        return height;
    }
}

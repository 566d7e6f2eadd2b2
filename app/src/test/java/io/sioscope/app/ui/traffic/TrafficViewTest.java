package io.sioscope.app.ui.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.Screenshots;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Theme;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.ui.kit.VirtualList;
import io.sioscope.app.ui.port.Selection;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

class TrafficViewTest {

    private final FakeFeed feed = FakeFeed.sample();
    private final Selection selection = new Selection();
    private final FxRobot robot = new FxRobot();
    private TrafficViewModel model;
    private TrafficView view;
    private Stage stage;

    @BeforeAll
    static void toolkit() {
        Fx.start();
    }

    @BeforeEach
    void show() {
        stage = Fx.call(() -> {
            Theme theme = new Theme(ThemeChoice.LIGHT);
            model = new TrafficViewModel(feed, selection, io.sioscope.app.ui.port.RoomMembers.NONE);
            view = new TrafficView(model, texts(Locale.ENGLISH), ZoneOffset.UTC);
            Stage shown = new Stage();
            Scene scene = new Scene(view, 960, 400);
            theme.dress(scene);
            shown.setScene(scene);
            shown.setX(0);
            shown.setY(0);
            shown.show();
            model.pull();
            return shown;
        });
        Fx.pulses();
    }

    @AfterEach
    void close() {
        Fx.closePopups();
        Fx.run(stage::close);
    }

    @Test
    void typingFiltersAndTheCountProvesIt() {
        Fx.run(view::focusFilter);
        robot.write("chat:message", 0);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(list().countProperty().get()).isEqualTo(3);
        assertThat(robot.lookup("#counts").queryAs(Label.class).getText()).isEqualTo("3");
        assertThat(robot.lookup("#understood").query().isVisible()).isTrue();

        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Fx.call(() -> list().isFocused())).isTrue();
    }

    @Test
    void aBadWordIsExplainedUnderneathAndTheListStays() {
        Fx.run(() -> model.filterProperty().set("chat ?"));
        Fx.pulses();

        Label problem = robot.lookup("#problem").queryAs(Label.class);
        assertThat(problem.isVisible()).isTrue();
        assertThat(problem.getText()).contains("means nothing");
        assertThat(robot.lookup("#misunderstood").query().isVisible()).isTrue();
        assertThat(list().countProperty().get()).isEqualTo(16);
    }

    @Test
    void pausingByKeyCountsWhatWaits() {
        Fx.run(view::focusRows);
        robot.press(KeyCode.CONTROL, KeyCode.SPACE).release(KeyCode.SPACE, KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        Fx.run(() -> {
            feed.addEvents(12);
            model.pull();
        });

        ToggleButton pause = robot.lookup("#pause").queryAs(ToggleButton.class);
        assertThat(pause.getText()).isEqualTo("Paused: 12");
        assertThat(list().countProperty().get()).isEqualTo(16);

        robot.clickOn("#pause");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(list().countProperty().get()).isEqualTo(28);
    }

    @Test
    void scrollingUpStopsFollowingAndTheChipGoesBack() {
        Fx.run(() -> {
            feed.addEvents(100);
            model.pull();
        });
        Fx.pulses();
        robot.moveTo(list()).scroll(10, VerticalDirection.UP);
        WaitForAsyncUtils.waitForFxEvents();
        Button newer = robot.lookup("#newer").queryButton();
        assertThat(Fx.call(() -> list().followingProperty().get())).isFalse();
        assertThat(newer.isVisible()).isTrue();
        assertThat(newer.getText()).endsWith(" newer");

        robot.clickOn(newer);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Fx.call(() -> list().followingProperty().get())).isTrue();
        assertThat(newer.isVisible()).isFalse();
    }

    @Test
    void aClickPicksARowAndTheKeysGoOn() {
        Node row = Fx.call(() -> Objects.requireNonNull(list().rowAt(5)));
        robot.clickOn(row);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(selection.packetProperty().get()).isEqualTo(12_402);

        robot.type(KeyCode.J);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(selection.packetProperty().get()).isEqualTo(12_403);
    }

    @Test
    void theAnswerButtonAsksTheComposer() {
        Fx.run(() -> list().reveal(11));
        TrafficRowView row = Fx.call(() -> Objects.requireNonNull(list().rowAt(11)));
        Node button = Fx.call(() -> row.lookup(".answer"));
        robot.clickOn(button);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(selection.answeringProperty().get()).isNotNull();
        assertThat(selection.packetProperty().get()).isEqualTo(12_826);
        assertThat(Fx.call(() -> list().selectedIndexProperty().get())).isEqualTo(11);
    }

    @Test
    void theMenuOfACellFiltersByIt() {
        TrafficRowView row = Fx.call(() -> Objects.requireNonNull(list().rowAt(8)));
        Node cell = Fx.call(() -> row.lookup(".event"));
        robot.clickOn(cell, MouseButton.SECONDARY);
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("Only event:chat:upload");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(model.filterProperty().get()).isEqualTo("event:chat:upload");
        assertThat(list().countProperty().get()).isEqualTo(1);
    }

    @Test
    void whatIsCutStandsWholeInATooltip() {
        TrafficRowView row = Fx.call(() -> Objects.requireNonNull(list().rowAt(5)));
        Node cell = Fx.call(() -> row.lookup(".arguments"));
        robot.moveTo(cell).moveBy(2, 1);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Fx.call(() -> Window.getWindows().stream()
                .anyMatch(window -> window instanceof Tooltip tip && tip.getText().contains("Is the demo build up?"))));
        robot.moveTo("#traffic-filter");
    }

    @Test
    void clearingSaysSoAndTakesItBack() {
        Fx.run(view::focusRows);
        robot.press(KeyCode.CONTROL, KeyCode.L).release(KeyCode.L, KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(list().countProperty().get()).isZero();

        robot.clickOn("Show it again");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(list().countProperty().get()).isEqualTo(16);
    }

    @Test
    void theViewFitsTheLeastWindow() {
        assertThat(Fx.call(() -> view.minWidth(-1))).isLessThanOrEqualTo(1100 - 248);
    }

    @Test
    void pictures() {
        for (ThemeChoice choice : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            for (int width : List.of(1440, 1100)) {
                Theme theme = Fx.call(() -> new Theme(choice));
                Locale language = width == 1440 ? Locale.ENGLISH : Locale.FRENCH;
                TrafficView shown = Fx.call(() -> new TrafficView(model, texts(language), ZoneOffset.UTC));
                BorderPane frame = Fx.call(() -> frame(shown, width));
                String name = "traffic-" + width + "-" + choice.name().toLowerCase(Locale.ROOT);
                assertThat(Screenshots.take(theme, frame, width, 480, () -> prepare(shown, width), name)).exists();
            }
        }
    }

    private void prepare(TrafficView shown, int width) {
        model.filterProperty().set("-event:typing -event:read");
        VirtualList<?> rows = (VirtualList<?>) shown.lookup("#traffic-rows");
        rows.select(5);
        if (width == 1440) {
            shown.focusFilter();
            shown.lookup("#traffic-filter").requestFocus();
        } else {
            model.filterProperty().set("-event:typing ?");
            model.pausedProperty().set(true);
            feed.addEvents(40);
            model.pausedProperty().set(false);
            rows.scrollTo(0);
            rows.followingProperty().set(false);
        }
    }

    private static BorderPane frame(TrafficView shown, int width) {
        Region side = new Region();
        side.getStyleClass().addAll("chrome", "line-right");
        side.setPrefWidth(width < 1300 ? 224 : 248);
        BorderPane frame = new BorderPane(shown);
        frame.setLeft(side);
        return frame;
    }

    private static Texts texts(Locale locale) {
        return new Texts(TrafficView.class, locale);
    }

    @SuppressWarnings("unchecked")
    private VirtualList<TrafficRowView> list() {
        return (VirtualList<TrafficRowView>) robot.lookup("#traffic-rows").query();
    }
}

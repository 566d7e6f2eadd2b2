package io.sioscope.app.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.kit.DirectExecutor;
import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.Screenshots;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Theme;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.ui.port.Selection;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

class InspectorViewTest {

    private final Selection selection = new Selection();
    private final FxRobot robot = new FxRobot();
    private InspectorView view;
    private Stage stage;

    @BeforeAll
    static void toolkit() {
        Fx.start();
    }

    @BeforeEach
    void show() {
        stage = Fx.call(() -> {
            Theme theme = new Theme(ThemeChoice.LIGHT);
            view = make(Locale.ENGLISH);
            Stage shown = new Stage();
            Scene scene = new Scene(view, 960, 300);
            theme.dress(scene);
            shown.setScene(scene);
            shown.setX(0);
            shown.setY(0);
            shown.show();
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
    void headTreeAndWireShowThePacketAndItsAnswer() {
        pick(12_402);

        assertThat(label("#name")).isEqualTo("chat:message");
        assertThat(label("#who")).isEqualTo("3f9cAb → server");
        assertThat(label("#ack")).startsWith("acknowledged in 3.4 ms").endsWith("#12\u202f404");
        TreeView<?> tree = robot.lookup("#tree").query();
        assertThat(Fx.call(tree::getExpandedItemCount)).as("lines with the acknowledgement's").isGreaterThanOrEqualTo(10);
        assertThat(texts(".wire-text")).contains("42", "/chat,", "17", "43");
        assertThat(texts(".wire-title")).contains("Engine.IO 4 + Socket.IO 5", "The other half, 3.4 ms later");
    }

    @Test
    void theJsonHasLinesAndColours() {
        pick(12_402);
        robot.clickOn("JSON");
        WaitForAsyncUtils.waitForFxEvents();

        CodeArea area = robot.lookup(".json-pane .code").<CodeArea>queryAll().stream()
                .filter(Node::isVisible)
                .findFirst()
                .orElseThrow();
        String text = Fx.call(area::getText);
        assertThat(text).startsWith("[\n  \"lobby\",\n  {\n    \"text\": \"Is the demo build up?\"");
        assertThat(Fx.call(() -> area.getStyleOfChar(5))).containsExactly("text-token");
    }

    @Test
    void threeMegabytesAreShownAtOnceAndSayThatTheyAreCut() {
        long before = System.nanoTime();
        pick(12_900);
        robot.clickOn("JSON");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
        assertThat(texts(".cut-note")).anyMatch(text -> text.startsWith("The first ") && text.contains(" of 3.4 MB"));
    }

    @Test
    void copyGivesThePacketAsItStoodOnTheWire() {
        pick(12_826);
        robot.clickOn("#copy").clickOn("The packet as it stood on the wire");
        WaitForAsyncUtils.waitForFxEvents();

        String clip = Fx.call(() -> Clipboard.getSystemClipboard().getString());
        assertThat(clip)
                .isEqualTo("42/chat,3[\"order:confirm\",{\"order\":8812}]");
    }

    @Test
    void theAckPairSaysWhatIsMissing() {
        pick(12_826);
        robot.clickOn("Ack pair");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(texts(".words")).contains("No answer yet, after 4.2 s.");
    }

    @Test
    void everyKindOfRowIsTakenAndNothingToo() {
        for (long number : List.of(12_411L, 12_829L, 12_386L, 12_404L, 0L)) {
            pick(number);
            assertThat(Fx.call(() -> view.lookup("#content").isVisible())).isEqualTo(number > 0);
        }
    }

    @Test
    void pictures() {
        for (ThemeChoice choice : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            String name = "inspector-" + choice.name().toLowerCase(Locale.ROOT);
            Theme theme = Fx.call(() -> new Theme(choice));
            InspectorView wide = Fx.call(() -> make(Locale.ENGLISH));
            assertThat(Screenshots.take(theme, wide, 1192, 264, () -> selection.packetProperty().set(12_402), name))
                    .exists();
            InspectorView narrow = Fx.call(() -> make(Locale.FRENCH));
            assertThat(Screenshots.take(theme, narrow, 876, 260, () -> {
                selection.packetProperty().set(12_411);
                ((TabPane) narrow.lookup("#tabs")).getSelectionModel().select(1);
            }, name + "-hex")).exists();
            InspectorView pair = Fx.call(() -> make(Locale.ENGLISH));
            assertThat(Screenshots.take(theme, pair, 1192, 320, () -> {
                selection.packetProperty().set(12_402);
                ((TabPane) pair.lookup("#tabs")).getSelectionModel().select(2);
                pair.lookupAll(".segmented .toggle-button").forEach(node -> {
                    if (node instanceof ToggleButton button && button.getText().equals("JSON")) {
                        button.fire();
                    }
                });
            }, name + "-pair")).exists();
            InspectorView fault = Fx.call(() -> make(Locale.ENGLISH));
            assertThat(Screenshots.take(theme, fault, 1192, 264, () -> selection.packetProperty().set(12_829), name + "-fault"))
                    .exists();
        }
    }

    private InspectorView make(Locale locale) {
        InspectorViewModel model = new InspectorViewModel(FakeSource.sample(), selection, new DirectExecutor(), new FakeActions());
        return new InspectorView(model, new Texts(InspectorView.class, locale), ZoneOffset.UTC, FakeActions.KEYS);
    }

    private void pick(long number) {
        Fx.run(() -> selection.packetProperty().set(number));
        Fx.pulses();
    }

    private String label(String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    private List<String> texts(String query) {
        return robot.lookup(query).<Label>queryAll().stream().map(Label::getText).toList();
    }
}

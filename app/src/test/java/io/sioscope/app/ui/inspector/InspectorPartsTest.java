package io.sioscope.app.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.capture.AckState;
import io.sioscope.app.ui.kit.DirectExecutor;
import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.Screenshots;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Theme;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.ui.kit.VirtualList;
import io.sioscope.app.ui.port.Selection;
import io.sioscope.protocol.Bytes;
import io.sioscope.testing.NeedsDisplayText;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NeedsDisplayText
class InspectorPartsTest {

    private static final Bytes NO_IMAGE = bytes("89504e470d0a1a0a0000000d4948445200000140000000780011223344");
    private static final Bytes TOO_WIDE = bytes("89504e470d0a1a0a0000000d4948445200010000000000780011223344");

    private final FakeSource source = FakeSource.sample();
    private final Selection selection = new Selection();
    private InspectorView view;
    private Stage stage;

    private static Bytes bytes(String hex) {
        return Bytes.wrap(HexFormat.of().parseHex(hex));
    }

    @BeforeAll
    static void toolkit() {
        Fx.start();
    }

    @BeforeEach
    void show() {
        stage = Fx.call(() -> {
            view = make(Locale.ENGLISH);
            Stage shown = new Stage();
            Scene scene = new Scene(view, 980, 360);
            new Theme(ThemeChoice.LIGHT).dress(scene);
            shown.setScene(scene);
            shown.show();
            return shown;
        });
        Fx.pulses();
    }

    private InspectorView make(Locale locale) {
        return new InspectorView(
                new InspectorViewModel(source, selection, new DirectExecutor(), new FakeActions()),
                new Texts(InspectorView.class, locale), ZoneOffset.UTC, FakeActions.KEYS);
    }

    @AfterEach
    void close() {
        Fx.closePopups();
        Fx.run(stage::close);
    }

    private void pick(long number) {
        Fx.run(() -> selection.packetProperty().set(number));
        Fx.pulses();
    }

    private TabPane tabs() {
        return (TabPane) view.lookup("#tabs");
    }

    private void tab(String name) {
        Fx.run(() -> tabs().getTabs().stream()
                .filter(each -> each.getText().equals(name))
                .findFirst()
                .ifPresent(tabs().getSelectionModel()::select));
        Fx.pulses();
    }

    private List<String> tabNames() {
        return Fx.call(() -> tabs().getTabs().stream().map(Tab::getText).toList());
    }

    @SuppressWarnings("unchecked") // the tree's lines are all of one type
    private TreeView<TreeLine> tree() {
        return (TreeView<TreeLine>) view.lookup("#tree");
    }

    private void key(Node target, KeyCode code, boolean control) {
        Fx.run(() -> Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false)));
        Fx.pulses();
    }

    private List<String> labels(String selector) {
        return Fx.call(() -> view.lookupAll(selector).stream().filter(Label.class::isInstance).map(each -> ((Label) each).getText()).toList());
    }

    @Test
    void aNarrowInspectorHasOneSetOfTabs() {
        pick(12_402);
        assertThat(tabNames()).containsExactly("Wire", "Hex", "Ack pair", "Diff to previous");
        Fx.run(() -> stage.setWidth(700));
        Fx.pulses();
        assertThat(tabNames()).startsWith("Arguments", "Wire");
        assertThat(Fx.call(() -> ((SplitPane) view.lookup("#halves")).getItems().size())).isEqualTo(1);
        assertThat(Fx.call(() -> tree().getExpandedItemCount())).isGreaterThan(5);
        Fx.run(() -> stage.setWidth(980));
        Fx.pulses();
        assertThat(tabNames()).startsWith("Wire");
        assertThat(Fx.call(() -> ((SplitPane) view.lookup("#halves")).getItems().size())).isEqualTo(2);
    }

    @Test
    void theTreesKeysOpenCloseShowMoreAndCopy() {
        source.event(13_000, "42/chat,", "long", "{\"a b\":[" + "7,".repeat(699) + "8]}", AckState.NONE, 0);
        pick(13_000);
        TreeItem<TreeLine> list = Fx.call(() -> tree().getRoot().getChildren().getFirst().getChildren().getFirst());
        Fx.run(() -> tree().getSelectionModel().select(list));
        assertThat(Fx.call(list::isExpanded)).isFalse();
        key(tree(), KeyCode.ENTER, false);
        assertThat(Fx.call(list::isExpanded)).isTrue();
        Fx.run(() -> tree().getSelectionModel().select(list.getChildren().getLast()));
        key(tree(), KeyCode.SPACE, false);
        assertThat(Fx.call(() -> list.getChildren().size())).isEqualTo(700);
        assertThat(Fx.call(() -> Objects.requireNonNull(tree().getSelectionModel().getSelectedItem().getValue().node()).label()))
                .isEqualTo("[500]");
        Fx.run(() -> tree().getSelectionModel().select(list.getChildren().getLast()));
        key(tree(), KeyCode.C, true);
        assertThat(clip()).isEqualTo("8");
        Fx.run(() -> tree().getContextMenu().getItems().get(1).fire());
        assertThat(clip()).isEqualTo("[0][\"a b\"][699]");
        Fx.run(() -> tree().getSelectionModel().select(list));
        Fx.run(() -> tree().getContextMenu().getItems().get(2).fire());
        assertThat(clip()).startsWith("[7,7").endsWith(",8]");
        key(tree(), KeyCode.SPACE, false);
        assertThat(Fx.call(list::isExpanded)).isFalse();
    }

    private static String clip() {
        return Fx.call(() -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void allOfALongTextIsShownInAListOfTheLinesInSight() {
        source.event(13_000, "42/chat,", "long", "[" + "123456789,".repeat(1_000_000) + "0]", AckState.NONE, 0);
        pick(13_000);
        Fx.run(() -> view.lookupAll(".segmented .toggle-button").forEach(node -> {
            if (node instanceof ToggleButton button && button.getText().equals("JSON")) {
                button.fire();
            }
        }));
        Fx.pulses();
        Fx.run(() -> ((Button) view.lookup(".cut-foot .button")).fire());
        Fx.pulses();
        VirtualList<?> list = Fx.call(() -> (VirtualList<?>) view.lookup(".whole-json .virtual-list"));
        assertThat(Fx.call(() -> list.countProperty().get())).isEqualTo(1_000_005);
        assertThat(Fx.call(() -> list.lookupAll(".whole-line").size())).isLessThan(60);
        Fx.run(() -> list.select(1_000_003));
        key(list, KeyCode.C, true);
        assertThat(clip()).isEqualTo("]");
        assertThat(labels(".cut-note")).anyMatch(text -> text.startsWith("All of it, in 1"));
        Screenshots.save(stage.getScene(), "inspector-whole");
        pick(12_402);
        assertThat(Fx.call(() -> view.lookup(".whole-json") == null)).isTrue();
    }

    @Test
    void binaryThatIsNoImageOrABrokenOrTooLargeOneIsSaidSo() {
        source.upload(13_000, NO_IMAGE, TOO_WIDE, bytes("00010203"));
        pick(13_000);
        assertThat(tabNames()).contains("Binary");
        tab("Binary");
        assertThat(labels(".binary-facts"))
                .containsExactly("PNG · 320 × 120 · 29 B", "PNG · 65\u202f536 × 120 · 29 B", "4 B");
        assertThat(labels(".binary-words")).hasSize(2);
        assertThat(labels(".binary-words").getFirst()).contains("cannot be decoded");
        assertThat(labels(".binary-words").get(1)).contains("not decoded");
        assertThat(labels(".binary-bytes").getLast()).isEqualTo("00 01 02 03");
        TreeItem<TreeLine> value = Fx.call(() -> tree().getRoot().getChildren().get(1));
        tab("Wire");
        Fx.run(() -> tree().getSelectionModel().select(value));
        key(tree(), KeyCode.ENTER, false);
        assertThat(Fx.call(() -> tabs().getSelectionModel().getSelectedItem().getText())).isEqualTo("Binary");
        pick(12_402);
        assertThat(tabNames()).doesNotContain("Binary");
    }

    @Test
    void theDifferenceSaysWhenThereIsNoneOrNobodyToCompareWith() {
        pick(12_402);
        tab("Diff to previous");
        assertThat(labels(".words")).anyMatch(text -> text.startsWith("No packet before this one"));
        source.event(12_500, "42/chat,18", "chat:message", "\"lobby\",{\"text\":\"Is the demo build up?\",\"mentions\":[\"jo\"],\"clientTs\":1795429865121,\"draft\":false}", AckState.AWAITED, 0);
        pick(12_500);
        assertThat(labels(".words")).anyMatch(text -> text.startsWith("The same arguments as #12\u202f402"));
        pick(12_404);
        assertThat(labels(".words")).anyMatch(text -> text.startsWith("Only events are compared"));
    }

    @Test
    void pictures() {
        source.upload(13_000, NO_IMAGE, bytes("00010203"));
        source.event(12_500, "42/chat,18", "chat:message", "\"lobby\",{\"text\":\"on it\",\"mentions\":[\"jo\",\"mia\"],\"clientTs\":1795429869121}", AckState.AWAITED, 0);
        for (ThemeChoice choice : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            Theme theme = Fx.call(() -> new Theme(choice));
            String end = choice.name().toLowerCase(Locale.ROOT);
            for (long number : new long[] {12_402, 12_500, 13_000}) {
                InspectorView narrow = Fx.call(() -> make(Locale.FRENCH));
                assertThat(Screenshots.take(theme, narrow, 740, 280, () -> {
                    TabPane pane = (TabPane) narrow.lookup("#tabs");
                    selection.packetProperty().set(number);
                    int last = pane.getTabs().size() - 1;
                    pane.getSelectionModel().select(number == 12_402 ? 0 : number == 12_500 ? last : 2);
                }, "inspector-tabs-" + number + "-" + end)).exists();
            }
        }
    }
}

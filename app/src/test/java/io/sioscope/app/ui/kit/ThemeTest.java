package io.sioscope.app.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ThemeTest {

    @BeforeAll
    static void toolkit() {
        Fx.start();
    }

    @AfterEach
    void closePopups() {
        Fx.closePopups();
    }

    @Test
    void aChoiceDressesEveryOpenWindowAtOnce() {
        Label label = new Label("words");
        label.getStyleClass().add("fault");
        Theme theme = Fx.call(() -> new Theme(ThemeChoice.LIGHT));
        Stage stage = Fx.call(() -> {
            Stage shown = new Stage();
            Scene scene = new Scene(new VBox(label), 200, 100);
            theme.dress(scene);
            shown.setScene(scene);
            shown.show();
            return shown;
        });
        Fx.pulses();
        assertThat(Fx.call(label::getTextFill)).isEqualTo(Color.web("#a8004f"));

        Fx.run(() -> theme.choiceProperty().set(ThemeChoice.DARK));
        Fx.pulses();
        assertThat(Fx.call(label::getTextFill)).isEqualTo(Color.web("#ff5f7e"));
        assertThat(Fx.call(Application::getUserAgentStylesheet)).contains("dark");
        Fx.run(stage::close);
    }

    @Test
    void popupsKnowTheTokensToo() {
        Theme theme = Fx.call(() -> new Theme(ThemeChoice.DARK));
        ContextMenu menu = Fx.call(() -> new ContextMenu(new MenuItem("Copy")));
        Stage stage = Fx.call(() -> {
            Stage shown = new Stage();
            Scene scene = new Scene(new VBox(), 200, 100);
            theme.dress(scene);
            shown.setScene(scene);
            shown.show();
            menu.show(shown, 10, 10);
            return shown;
        });
        Fx.pulses();
        assertThat(Fx.call(() -> menu.getScene().getRoot().getStyleClass())).contains("dark");
        Fx.run(menu::hide);
        Fx.run(stage::close);
    }

    @Test
    void controlsKeepTheirHeights() {
        Button button = new Button("Send");
        TextField field = new TextField();
        ComboBox<String> combo = new ComboBox<>();
        Button inRow = new Button("Answer");
        inRow.getStyleClass().add("in-row");
        Badge badge = new Badge("refused", Badge.Kind.FAULT, null);
        HBox box = new HBox(8, button, field, combo, inRow, badge);
        Theme theme = Fx.call(() -> new Theme(ThemeChoice.LIGHT));
        Stage stage = Fx.call(() -> {
            Stage shown = new Stage();
            Scene scene = new Scene(box, 600, 100);
            theme.dress(scene);
            shown.setScene(scene);
            shown.show();
            return shown;
        });
        Fx.pulses();
        assertThat(List.of(button, field, combo)).allSatisfy(node -> assertThat(node.getHeight()).isEqualTo(28));
        assertThat(inRow.getHeight()).isEqualTo(20);
        assertThat(badge.getHeight()).isEqualTo(16);
        Fx.run(stage::close);
    }

    @Test
    void aGalleryOfTheKit() {
        for (ThemeChoice choice : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            Theme theme = Fx.call(() -> new Theme(choice));
            Parent root = Fx.call(ThemeTest::gallery);
            Path file = Screenshots.take(
                    theme, root, 900, 640, () -> {}, "kit-" + choice.name().toLowerCase(Locale.ROOT));
            assertThat(file).exists();
        }
    }

    private static Parent gallery() {
        VBox root = new VBox(12, words(), buttons(), fields(), tabs(), messages());
        root.setStyle("-fx-padding: 12");
        root.getStyleClass().add("panel");
        return root;
    }

    private static Region words() {
        FlowPane pane = new FlowPane(12, 8);
        for (String style : List.of(
                "head", "strong", "small", "note", "caption", "quiet", "mono", "accent-text", "ok-text", "to-server",
                "to-client", "ack", "link", "fault", "kbd", "chip")) {
            Label label = new Label(style + " 12 841");
            label.getStyleClass().add(style);
            pane.getChildren().add(label);
        }
        pane.getChildren().addAll(
                new Text("bare"),
                new Badge("plain", Badge.Kind.PLAIN, null),
                new Badge("refused", Badge.Kind.FAULT, null),
                new Badge("3 held", Badge.Kind.HELD, "mdi2p-pause"),
                Icons.of("mdi2a-arrow-up-bold", "to-server"),
                Icons.of("mdi2a-arrow-down-bold", "to-client"),
                Icons.of("mdi2a-alert-octagon", "fault"),
                Icons.of("mdi2c-check", "ok-text"));
        return pane;
    }

    private static Region buttons() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("tree", "Tree");
        choices.put("json", "JSON");
        FlowPane pane = new FlowPane(8, 8);
        for (String style : List.of("", "primary", "flat", "in-row", "link-button", "big")) {
            Button button = new Button(style.isEmpty() ? "button" : style, Icons.of("mdi2s-send"));
            if (!style.isEmpty()) {
                button.getStyleClass().add(style);
            }
            pane.getChildren().add(button);
        }
        ToggleButton toggle = new ToggleButton("Follow", Icons.of("mdi2a-arrow-collapse-down"));
        toggle.getStyleClass().add("flat");
        toggle.setSelected(true);
        Button icon = new Button("x", Icons.of("mdi2c-cog-outline"));
        icon.getStyleClass().addAll("flat", "icon-only");
        pane.getChildren().addAll(toggle, icon, new SegmentedToggle<>(choices, "tree"));
        return pane;
    }

    private static Region fields() {
        TextField prompt = new TextField();
        prompt.setPromptText("https://…");
        TextField mono = new TextField("{\"a\": 1}");
        mono.getStyleClass().add("mono");
        TextField invalid = new TextField("bad");
        invalid.getStyleClass().add("invalid");
        ComboBox<String> combo = new ComboBox<>();
        combo.getItems().addAll("JSON", "Text");
        combo.getSelectionModel().select(0);
        ComboBox<String> editable = new ComboBox<>();
        editable.setEditable(true);
        CheckBox check = new CheckBox("ack within");
        check.setSelected(true);
        return new FlowPane(8, 8, prompt, mono, invalid, combo, editable, check, new CheckBox("off"));
    }

    private static Region tabs() {
        TreeItem<String> item = new TreeItem<>("shop-api");
        item.getChildren().add(new TreeItem<>("/chat"));
        item.setExpanded(true);
        TreeView<String> tree = new TreeView<>(item);
        tree.getSelectionModel().select(0);
        TabPane tabs = new TabPane(new Tab("Wire", new TextArea("42[\"a\"]")), new Tab("Hex"), new Tab("Ack pair"));
        tabs.getTabs().forEach(tab -> tab.setClosable(false));
        SplitPane split = new SplitPane(tree, tabs);
        split.setPrefHeight(180);
        return split;
    }

    private static Region messages() {
        MessageBar fault = new MessageBar("Dismiss");
        fault.say(MessageKind.FAULT, "Port 3000 is busy. Choose another, or 0 for a free one.", "Try again", () -> {});
        MessageBar ok = new MessageBar("Dismiss");
        ok.getStyleClass().add("floating");
        ok.say(MessageKind.OK, "Exported 946 packets.");
        return new VBox(8, fault, ok);
    }
}

package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The sheet of all commands and keys, above the window until Escape or a click beside it. */
final class ShortcutsView extends StackPane {

    /** Its node's id. */
    static final String ID = "shortcuts";

    private static final double WIDTH = 992;

    ShortcutsView(Texts texts, Runnable close) {
        setId(ID);
        getStyleClass().add("veil");
        Label title = new Label(texts.get("shortcuts.title"));
        title.getStyleClass().add("head");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button cross = new Button();
        cross.getStyleClass().addAll("flat", "icon-only");
        cross.setGraphic(Icons.of("mdi2c-close"));
        cross.setAccessibleText(texts.get("close"));
        cross.setOnAction(event -> close.run());
        HBox head = new HBox(title, space, cross);
        FlowPane groups = new FlowPane(16, 16);
        groups.setPrefWrapLength(WIDTH);
        for (CommandId.Group group : CommandId.Group.values()) {
            groups.getChildren().add(group(group, texts));
        }
        ScrollPane scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox sheet = new VBox(12, head, scroll);
        sheet.getStyleClass().addAll("card", "sheet");
        sheet.setMaxSize(WIDTH, USE_PREF_SIZE);
        getChildren().add(sheet);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close.run();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
    }

    void focusFirst() {
        lookupAll(".icon-only").forEach(javafx.scene.Node::requestFocus);
    }

    private static VBox group(CommandId.Group group, Texts texts) {
        Label caption = new Label(texts.get("group." + group.name().toLowerCase(Locale.ROOT)));
        caption.getStyleClass().add("caption");
        VBox lines = new VBox(2, caption);
        lines.setPrefWidth(304);
        for (CommandId id : CommandId.values()) {
            if (id.group() == group) {
                Label words = new Label(texts.get(id.textKey()));
                words.setGraphic(Icons.of(id.icon()));
                words.setGraphicTextGap(8);
                words.setMinWidth(0);
                words.setTooltip(new Tooltip(texts.get(id.textKey())));
                Region space = new Region();
                HBox.setHgrow(space, Priority.ALWAYS);
                Label key = new Label(id.key().getDisplayText());
                key.getStyleClass().add("kbd");
                key.setMinWidth(USE_PREF_SIZE);
                HBox line = new HBox(8, words, space, key);
                line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
                line.setMinHeight(24);
                lines.getChildren().add(line);
            }
        }
        return lines;
    }
}

package io.sioscope.app.ui.composer;

import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** One argument: its number, how it is written, the text; for a file a button that picks it. */
final class ArgumentView extends HBox {

    private static final double KIND_WIDTH = 72;

    private final ArgumentRow row;
    private final Label number = new Label();
    private final TextField text = new TextField();
    private final JsonField json;
    private final Label problem = new Label();
    private final ComboBox<ArgumentKind> kind = new ComboBox<>();
    private final Texts texts;
    private final Button cross;

    ArgumentView(ArgumentRow row, Texts texts, Consumer<ArgumentRow> remove, Consumer<ArgumentRow> pickFile) {
        this.row = row;
        this.texts = texts;
        this.json = new JsonField(row);
        getStyleClass().add("argument");
        number.getStyleClass().addAll("mono", "quiet");
        number.setMinWidth(USE_PREF_SIZE);
        kind.getItems().setAll(ArgumentKind.values());
        kind.setConverter(new KindWords());
        kind.setAccessibleText(texts.get("argument.kind"));
        kind.getStyleClass().add("small");
        kind.valueProperty().bindBidirectional(row.kindProperty());
        kind.setPrefWidth(KIND_WIDTH);
        kind.setMinWidth(KIND_WIDTH);
        text.getStyleClass().addAll("mono", "argument-text");
        text.setMinWidth(40);
        text.textProperty().bindBidirectional(row.textProperty());
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox.setHgrow(json, Priority.ALWAYS);
        json.prompt(texts.get("argument.prompt.json"));
        problem.getStyleClass().addAll("note", "fault");
        problem.setMinWidth(0);
        problem.textProperty().bind(row.problemProperty());
        problem.visibleProperty().bind(row.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        VBox field = new VBox(2, text, json, problem);
        field.setMinWidth(0);
        field.setFillWidth(true);
        HBox.setHgrow(field, Priority.ALWAYS);
        Button pick = icon("mdi2f-folder-open-outline", texts.get("argument.pick"));
        pick.setOnAction(event -> pickFile.accept(row));
        pick.visibleProperty().bind(row.kindProperty().isEqualTo(ArgumentKind.FILE));
        pick.managedProperty().bind(pick.visibleProperty());
        cross = icon("mdi2c-close", texts.get("argument.remove"));
        cross.setOnAction(event -> remove.accept(row));
        getChildren().addAll(number, kind, field, pick, cross);
        ChangeListener<Object> show = (property, before, now) -> show();
        row.problemProperty().addListener(show);
        row.kindProperty().addListener(show);
        show();
    }

    void number(int value) {
        number.setText(Integer.toString(value));
        text.setAccessibleText(texts.get("argument.text", value));
        json.setAccessibleText(texts.get("argument.text", value));
    }

    void setRemovable(boolean removable) {
        cross.setVisible(removable);
        cross.setManaged(removable);
    }

    void focusText() {
        if (json.isVisible()) {
            json.requestFocus();
            json.moveTo(json.getLength());
        } else {
            text.requestFocus();
            text.end();
        }
    }

    private void show() {
        String wrong = row.problemProperty().get();
        text.getStyleClass().remove("invalid");
        json.getStyleClass().remove("invalid");
        if (!wrong.isEmpty()) {
            text.getStyleClass().add("invalid");
            json.getStyleClass().add("invalid");
        }
        problem.setTooltip(wrong.isEmpty() ? null : new Tooltip(wrong));
        text.setAccessibleHelp(wrong);
        json.setAccessibleHelp(wrong);
        boolean asJson = row.kindProperty().get() == ArgumentKind.JSON;
        json.setVisible(asJson);
        json.setManaged(asJson);
        text.setVisible(!asJson);
        text.setManaged(!asJson);
        text.setPromptText(texts.get(switch (row.kindProperty().get()) {
            case JSON -> "argument.prompt.json";
            case TEXT -> "argument.prompt.text";
            case HEX -> "argument.prompt.hex";
            case FILE -> "argument.prompt.file";
        }));
    }

    private static Button icon(String literal, String name) {
        Button button = new Button();
        button.getStyleClass().addAll("flat", "icon-only");
        button.setGraphic(Icons.small(literal));
        Tips.name(button, name, null);
        return button;
    }

    private final class KindWords extends StringConverter<ArgumentKind> {
        @Override
        public String toString(ArgumentKind each) {
            return texts.get(switch (each) {
                case JSON -> "kind.json";
                case TEXT -> "kind.text";
                case HEX -> "kind.hex";
                case FILE -> "kind.file";
            });
        }

        @Override
        public ArgumentKind fromString(String words) {
            return ArgumentKind.JSON;
        }
    }
}

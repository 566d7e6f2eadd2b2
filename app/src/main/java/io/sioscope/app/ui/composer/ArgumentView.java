package io.sioscope.app.ui.composer;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.fxmisc.flowless.VirtualizedScrollPane;

/** One argument: its number, how it is written, its editor, what is wrong with it; for a file a button that picks it. */
final class ArgumentView extends HBox {

    private static final double KIND_WIDTH = 80;
    private static final double LINE = 17;
    private static final double AROUND = 11;
    private static final double ONE_LINE = 28;
    private static final int SHOWN_START = 80;

    private final ArgumentRow row;
    private final Texts texts;
    private final Room room;
    private final Label number = new Label();
    private final ComboBox<ArgumentKind> kind = new ComboBox<>();
    private final ArgumentEditor editor;
    private final VirtualizedScrollPane<ArgumentEditor> scroll;
    private final StackPane frame = new StackPane();
    private final HBox held = new HBox();
    private final Label heldWords = new Label();
    private final Label note = new Label();
    private final Label problem = new Label();
    private final Tooltip tip = new Tooltip();
    private final Button layOut;
    private final Button pick;
    private final Button cross;

    /** What a person does to the argument as a whole. */
    record Actions(Consumer<ArgumentRow> remove, Consumer<ArgumentRow> pickFile, Consumer<ArgumentRow> layOut) {}

    /** The place that all arguments share. */
    interface Room {

        /** How high an editor may be at most, in pixels. */
        double most();

        /** An argument wants another height. */
        void changed();
    }

    ArgumentView(ArgumentRow row, Texts texts, Actions actions, KeyCombination layOutKey, Room room) {
        this.row = row;
        this.texts = texts;
        this.room = room;
        this.editor = new ArgumentEditor(row);
        this.scroll = new VirtualizedScrollPane<>(
                editor, ScrollPane.ScrollBarPolicy.NEVER, ScrollPane.ScrollBarPolicy.NEVER);
        getStyleClass().add("argument");
        layOut = icon("mdi2c-code-json", texts.get("argument.lay-out"), layOutKey);
        layOut.setOnAction(event -> actions.layOut().accept(row));
        pick = icon("mdi2f-folder-open-outline", texts.get("argument.pick"), null);
        pick.setOnAction(event -> actions.pickFile().accept(row));
        cross = icon("mdi2c-close", texts.get("argument.remove"), null);
        cross.setOnAction(event -> actions.remove().accept(row));
        buildKind();
        getChildren().addAll(number, kind, middle(), layOut, pick, cross);
        ChangeListener<Object> show = (property, before, now) -> show();
        Listening.to(this, row.problemProperty(), show);
        Listening.to(this, row.kindProperty(), show);
        Listening.to(this, row.textProperty(), show);
        Listening.to(this, row.formProperty(), show);
        show();
    }

    private void buildKind() {
        number.getStyleClass().addAll("mono", "quiet", "argument-number");
        number.setMinWidth(USE_PREF_SIZE);
        kind.getItems().setAll(ArgumentKind.values());
        kind.setConverter(new KindWords());
        kind.setAccessibleText(texts.get("argument.kind"));
        kind.getStyleClass().add("small");
        kind.valueProperty().bindBidirectional(row.kindProperty());
        kind.setPrefWidth(KIND_WIDTH);
        kind.setMinWidth(KIND_WIDTH);
    }

    private Node middle() {
        editor.setOnMouseReleased(event -> editor.requestFocus());
        Button clear = new Button(texts.get("argument.held.clear"));
        clear.getStyleClass().add("in-row");
        clear.setMinWidth(USE_PREF_SIZE);
        clear.setOnAction(event -> {
            row.textProperty().set("");
            focusText();
        });
        heldWords.getStyleClass().addAll("mono", "quiet");
        heldWords.setMinWidth(0);
        HBox.setHgrow(heldWords, Priority.ALWAYS);
        heldWords.setMaxWidth(Double.MAX_VALUE);
        held.getStyleClass().add("argument-held");
        held.setAlignment(Pos.CENTER_LEFT);
        held.getChildren().addAll(heldWords, clear);
        frame.getStyleClass().add("argument-field");
        frame.getChildren().addAll(scroll, held);
        frame.setMinWidth(40);
        Tooltip.install(frame, tip);
        note.getStyleClass().addAll("note", "quiet");
        problem.getStyleClass().addAll("note", "fault", "argument-problem");
        problem.setMinWidth(0);
        VBox middle = new VBox(2, frame, note, problem);
        middle.setMinWidth(40);
        HBox.setHgrow(middle, Priority.ALWAYS);
        return middle;
    }

    void number(int value) {
        number.setText(Integer.toString(value));
        editor.setAccessibleText(texts.get("argument.text", value));
    }

    void setRemovable(boolean removable) {
        show(cross, removable);
    }

    void focusText() {
        editor.requestFocus();
        editor.moveTo(editor.getLength());
        editor.requestFollowCaret();
    }

    /** Whether the focus is in its editor. */
    boolean isEdited() {
        return editor.isFocused();
    }

    ArgumentRow row() {
        return row;
    }

    private void show() {
        String words = row.problemProperty().get();
        ArgumentKind how = row.kindProperty().get();
        ArgumentForm form = row.formProperty().get();
        frame.getStyleClass().remove("invalid");
        if (!words.isEmpty()) {
            frame.getStyleClass().add("invalid");
        }
        problem.setText(words);
        problem.setTooltip(words.isEmpty() ? null : new Tooltip(words));
        show(problem, !words.isEmpty());
        tip.setText(words.isEmpty() ? texts.get("argument.help") : words);
        editor.setAccessibleHelp(words.isEmpty() ? texts.get("argument.help") : words);
        editor.prompt(texts.get(switch (how) {
            case JSON -> "argument.prompt.json";
            case TEXT -> "argument.prompt.text";
            case HEX -> "argument.prompt.hex";
            case BASE64 -> "argument.prompt.base64";
            case FILE -> "argument.prompt.file";
        }));
        boolean isHeld = form == ArgumentForm.HELD;
        held.setVisible(isHeld);
        scroll.setVisible(!isHeld);
        if (isHeld) {
            String text = row.textProperty().get();
            String start = text.substring(0, Math.min(SHOWN_START, text.length())).replaceAll("\\s+", " ");
            heldWords.setText(texts.get("argument.held", texts.formats().size(text.length()), start));
        }
        note.setText(row.attachments() > 0 ? texts.get("argument.binary", row.attachments()) : form == ArgumentForm.PLAIN ? texts.get("argument.plain") : "");
        show(note, !note.getText().isEmpty());
        show(layOut, how == ArgumentKind.JSON);
        show(pick, how == ArgumentKind.FILE);
        fit();
        room.changed();
    }

    /** As high as its lines, up to what the window has room for. */
    void fit() {
        int lines = row.formProperty().get() == ArgumentForm.HELD ? 1 : editor.lines();
        double whole = lines <= 1 ? ONE_LINE : lines * LINE + AROUND;
        double height = Math.min(whole, Math.max(ONE_LINE, room.most()));
        scroll.setVbarPolicy(height < whole ? ScrollPane.ScrollBarPolicy.ALWAYS : ScrollPane.ScrollBarPolicy.NEVER);
        frame.setMinHeight(height);
        frame.setPrefHeight(height);
        frame.setMaxHeight(height);
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private static Button icon(String literal, String name, @org.jspecify.annotations.Nullable KeyCombination key) {
        Button button = new Button();
        button.getStyleClass().addAll("flat", "icon-only");
        button.setGraphic(Icons.small(literal));
        Tips.name(button, name, key);
        return button;
    }

    private final class KindWords extends StringConverter<ArgumentKind> {
        @Override
        public String toString(ArgumentKind each) {
            return texts.get(switch (each) {
                case JSON -> "kind.json";
                case TEXT -> "kind.text";
                case HEX -> "kind.hex";
                case BASE64 -> "kind.base64";
                case FILE -> "kind.file";
            });
        }

        @Override
        public ArgumentKind fromString(String words) {
            return ArgumentKind.JSON;
        }
    }
}

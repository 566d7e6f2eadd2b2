package io.sioscope.app.ui.connect;

import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A place to paste a command or a snippet into, and after that what came of it. Ctrl+Enter reads, Escape gives up. */
final class ImportView extends VBox {

    private final ImportViewModel model;
    private final Texts texts;
    private final TextArea area = new TextArea();
    private final VBox pasting = new VBox(8);
    private final HBox said = new HBox(8);
    private final Label words = new Label();

    ImportView(ImportViewModel model, Texts texts) {
        super(8);
        this.model = model;
        this.texts = texts;
        setId("import-card");
        fillPasting();
        fillSaid();
        getChildren().setAll(pasting, said);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        Listening.to(this, model.openProperty(), ignored -> show());
        Listening.to(this, model.noteProperty(), ignored -> show());
        show();
    }

    private void fillPasting() {
        area.setId("import-text");
        area.getStyleClass().add("mono");
        area.setPrefRowCount(6);
        area.setPromptText(texts.get("import.prompt"));
        area.setAccessibleText(texts.get("import.name"));
        area.textProperty().bindBidirectional(model.textProperty());
        Label problem = new Label(texts.get("import.unreadable"));
        problem.setId("import-problem");
        problem.getStyleClass().addAll("note", "fault");
        problem.setWrapText(true);
        problem.visibleProperty().bind(model.unreadableProperty());
        problem.managedProperty().bind(problem.visibleProperty());
        Button read = new Button(texts.get("import.do"));
        read.setId("import-do");
        read.disableProperty().bind(model.textProperty().map(String::isBlank));
        read.setOnAction(event -> model.takeTyped());
        Button cancel = new Button(texts.get("import.cancel"));
        cancel.getStyleClass().add("flat");
        cancel.setOnAction(event -> model.openProperty().set(false));
        HBox buttons = new HBox(8, read, cancel);
        pasting.getChildren().setAll(area, problem, buttons);
    }

    private void fillSaid() {
        said.setId("import-note");
        said.getStyleClass().add("import-note");
        said.setAlignment(Pos.CENTER_LEFT);
        words.setId("import-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button undo = new Button(texts.get("import.undo"));
        undo.setId("import-undo");
        undo.getStyleClass().add("flat");
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setOnAction(event -> model.undo());
        Button close = new Button();
        close.getStyleClass().addAll("flat", "icon-only");
        close.setGraphic(Icons.of("mdi2c-close"));
        Tips.name(close, texts.get("import.close"), null);
        close.setOnAction(event -> model.forget());
        said.getChildren().setAll(Icons.of("mdi2c-check-circle", "ok-text"), words, undo, close);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && model.openProperty().get()) {
            model.openProperty().set(false);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown() && model.openProperty().get()) {
            model.takeTyped();
            event.consume();
        }
    }

    private void show() {
        boolean open = model.openProperty().get();
        ImportViewModel.Note note = model.noteProperty().get();
        pasting.setVisible(open);
        pasting.setManaged(open);
        said.setVisible(note.read());
        said.setManaged(note.read());
        words.setText(
                note.leftOut().isEmpty()
                        ? texts.get("import.read")
                        : texts.get("import.left-out", String.join("   ", note.leftOut())));
        setVisible(open || note.read());
    }

    /** Puts the focus where a person pastes. */
    void focusFirst() {
        area.requestFocus();
    }
}

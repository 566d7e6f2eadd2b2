package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import io.sioscope.app.workbench.PlainUrl;
import io.sioscope.app.workspace.Saved;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Something saved, on the start page: a click or Enter opens it, F2 renames it, Delete deletes it. */
final class SavedLine extends HBox {

    private static final KeyCombination RENAME = KeyCombination.valueOf("F2");
    private static final KeyCombination DELETE = KeyCombination.valueOf("Delete");

    private final Saved saved;
    private final Shelf shelf;
    private final Texts texts;
    private final Button open;
    private final Button rename;
    private final Button delete;

    SavedLine(Saved saved, Shelf shelf, Texts texts) {
        this.saved = saved;
        this.shelf = shelf;
        this.texts = texts;
        getStyleClass().addAll("saved-line", saved.folder().isEmpty() ? "in-no-folder" : "in-folder");
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        String icon =
                switch (saved) {
                    case Saved.Connection _ -> CommandId.CONNECT.icon();
                    case Saved.Host _ -> CommandId.HOST.icon();
                };
        open = StartLine.of(icon, saved.shortName(), detail(), "");
        open.setOnAction(event -> shelf.open(saved));
        HBox.setHgrow(open, Priority.ALWAYS);
        rename = small("mdi2p-pencil-outline", texts.get("saved.rename", saved.name()), RENAME, this::beginRename);
        delete = small("mdi2d-delete-outline", texts.get("saved.delete", saved.name()), DELETE, () -> shelf.delete(saved));
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        showLine();
    }

    private String detail() {
        return switch (saved) {
            case Saved.Connection connection -> PlainUrl.of(connection.spec().url());
            case Saved.Host(var _, var _, var spec, var _) ->
                spec.port() == 0 ? texts.get("saved.any-port") : ":" + spec.port();
        };
    }

    private static Button small(String icon, String name, KeyCombination key, Runnable action) {
        Button button = new Button();
        button.getStyleClass().addAll("flat", "icon-only");
        button.setGraphic(Icons.of(icon));
        Tips.name(button, name, key);
        button.setOnAction(event -> action.run());
        return button;
    }

    void focusFirst() {
        open.requestFocus();
    }

    private void showLine() {
        getChildren().setAll(open, rename, delete);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.F2) {
            beginRename();
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE && !(event.getTarget() instanceof TextField)) {
            shelf.delete(saved);
            event.consume();
        }
    }

    private void beginRename() {
        TextField name = new TextField(saved.name());
        name.setId("saved-name");
        name.setAccessibleText(texts.get("saved.name"));
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setOnAction(event -> shelf.rename(saved, name.getText()));
        name.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                showLine();
                open.requestFocus();
                event.consume();
            }
        });
        getChildren().setAll(name);
        name.requestFocus();
        name.selectAll();
    }
}

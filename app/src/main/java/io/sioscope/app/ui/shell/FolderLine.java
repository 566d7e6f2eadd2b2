package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A folder of saved things, on the start page: a click or Enter folds it, F2 renames it. */
final class FolderLine extends HBox {

    private final String folder;
    private final Shelf shelf;
    private final Texts texts;
    private final Button head = new Button();
    private final Button rename = new Button();

    /**
     * A line.
     *
     * @param count how many things lie in it
     * @param open whether they are shown
     * @param fold shows them or puts them away
     */
    FolderLine(String folder, int count, boolean open, Shelf shelf, Texts texts, Runnable fold) {
        this.folder = folder;
        this.shelf = shelf;
        this.texts = texts;
        getStyleClass().add("saved-line");
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label(folder);
        name.getStyleClass().add("plain-words");
        name.setMinWidth(40);
        Label many = new Label(texts.formats().count(count));
        many.getStyleClass().addAll("small", "quiet");
        HBox line = new HBox(
                8,
                Icons.of(open ? "mdi2c-chevron-down" : "mdi2c-chevron-right"),
                Icons.of("mdi2f-folder-outline"),
                name,
                many);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        head.getStyleClass().addAll("flat", "recent", "folder-head");
        head.setGraphic(line);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinWidth(0);
        head.setMaxWidth(Double.MAX_VALUE);
        head.setAccessibleText(texts.get(open ? "folder.opened" : "folder.folded", folder));
        head.setOnAction(event -> fold.run());
        HBox.setHgrow(head, Priority.ALWAYS);
        rename.getStyleClass().addAll("flat", "icon-only");
        rename.setGraphic(Icons.of("mdi2p-pencil-outline"));
        Tips.name(rename, texts.get("folder.rename", folder), KeyCombination.valueOf("F2"));
        rename.setOnAction(event -> beginRename());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F2) {
                beginRename();
                event.consume();
            }
        });
        showLine();
    }

    void focusFirst() {
        head.requestFocus();
    }

    private void showLine() {
        getChildren().setAll(head, rename);
    }

    private void beginRename() {
        TextField name = new TextField(folder);
        name.setId("folder-name");
        name.setAccessibleText(texts.get("folder.name"));
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setOnAction(event -> shelf.renameFolder(folder, name.getText()));
        name.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                showLine();
                head.requestFocus();
                event.consume();
            }
        });
        getChildren().setAll(name);
        name.requestFocus();
        name.selectAll();
    }
}

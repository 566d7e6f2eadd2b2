package io.sioscope.app.ui.kit;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** A button that asks, in its own place, for a name to save something under. Enter saves, Escape gives up. */
public final class SaveBar extends HBox {

    private static final double FIELD = 152;

    private final Button ask = new Button();
    private final TextField name = new TextField();
    private final Button save = new Button();
    private final Button cancel = new Button();

    /**
     * What stands on it.
     *
     * @param ask the button that begins, such as "Save…"
     * @param askTip what it does, in a sentence's half
     * @param name the field's name
     * @param save the button that saves
     * @param cancel the button that gives up
     */
    public record Words(String ask, String askTip, String name, String save, String cancel) {}

    /**
     * A bar.
     *
     * @param id the beginning of its nodes' ids
     * @param words what stands on it
     * @param suggested the name to begin with
     * @param onSave gets the name, stripped and not empty
     */
    public SaveBar(String id, Words words, Supplier<String> suggested, Consumer<String> onSave) {
        super(4);
        getStyleClass().add("save-bar");
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        ask.setId(id);
        ask.getStyleClass().add("flat");
        ask.setText(words.ask());
        ask.setGraphic(Icons.of("mdi2c-content-save-outline"));
        ask.setMinWidth(USE_PREF_SIZE);
        Tips.name(ask, words.askTip(), null);
        ask.setOnAction(event -> begin(suggested.get()));
        name.setId(id + "-name");
        name.setPromptText(words.name());
        name.setAccessibleText(words.name());
        name.setPrefWidth(FIELD);
        name.setMinWidth(80);
        save.setId(id + "-do");
        save.setText(words.save());
        save.setMinWidth(USE_PREF_SIZE);
        save.disableProperty().bind(name.textProperty().map(String::isBlank));
        cancel.setId(id + "-cancel");
        cancel.getStyleClass().addAll("flat", "icon-only");
        cancel.setGraphic(Icons.of("mdi2c-close"));
        Tips.name(cancel, words.cancel(), null);
        cancel.setOnAction(event -> end());
        Runnable done = () -> {
            if (!name.getText().isBlank()) {
                onSave.accept(name.getText().strip());
                end();
            }
        };
        save.setOnAction(event -> done.run());
        name.setOnAction(event -> done.run());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !ask.isVisible()) {
                end();
                event.consume();
            }
        });
        getChildren().setAll(ask, name, save, cancel);
        show(false);
    }

    private void begin(String suggested) {
        name.setText(suggested);
        show(true);
        name.requestFocus();
        name.selectAll();
    }

    private void end() {
        show(false);
        ask.requestFocus();
    }

    private void show(boolean asking) {
        ask.setVisible(!asking);
        ask.setManaged(!asking);
        for (javafx.scene.control.Control each : new javafx.scene.control.Control[] {name, save, cancel}) {
            each.setVisible(asking);
            each.setManaged(asking);
        }
    }
}

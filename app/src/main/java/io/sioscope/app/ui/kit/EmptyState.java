package io.sioscope.app.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What an empty place says: what would be there, and the one gesture that fills it. */
public final class EmptyState extends VBox {

    private final Label words = new Label();
    private final Button gesture = new Button();

    /** An empty state without words yet; it lets the mouse through but for its button. */
    public EmptyState() {
        getStyleClass().add("empty-state");
        words.getStyleClass().add("words");
        words.setWrapText(true);
        words.setMaxWidth(480);
        getChildren().addAll(words, gesture);
        setPickOnBounds(false);
    }

    /**
     * Says it.
     *
     * @param text one or two sentences
     * @param gestureText the button's words; empty for no button
     * @param action what the button does
     */
    public void say(String text, String gestureText, Runnable action) {
        words.setText(text);
        gesture.setText(gestureText);
        gesture.setVisible(!gestureText.isEmpty());
        gesture.setManaged(!gestureText.isEmpty());
        gesture.setOnAction(event -> action.run());
    }
}

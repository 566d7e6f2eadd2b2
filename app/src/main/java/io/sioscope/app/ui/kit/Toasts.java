package io.sioscope.app.ui.kit;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/**
 * A window's content with a place for one message above its lower edge: results of commands that have no place of their own.
 * The newest message replaces the one before.
 */
public final class Toasts extends StackPane {

    private final MessageBar bar;

    /**
     * Wraps the content.
     *
     * @param content fills the whole
     * @param dismissText the accessible name of the cross
     */
    public Toasts(Node content, String dismissText) {
        bar = new MessageBar(dismissText);
        bar.getStyleClass().add("floating");
        bar.setMaxSize(560, USE_PREF_SIZE);
        StackPane.setAlignment(bar, Pos.BOTTOM_CENTER);
        StackPane.setMargin(bar, new Insets(0, 16, 40, 16));
        getChildren().addAll(content, bar);
    }

    /**
     * Where to speak.
     *
     * @return the one bar
     */
    public MessageBar bar() {
        return bar;
    }
}

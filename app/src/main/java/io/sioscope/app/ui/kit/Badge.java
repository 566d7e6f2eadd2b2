package io.sioscope.app.ui.kit;

import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** A small mark with a word or a number, 16 pixels high. */
public final class Badge extends Label {

    /** What a badge says besides its words. */
    public enum Kind {
        /** A fact. */
        PLAIN(""),
        /** Something went wrong. */
        FAULT("fault"),
        /** Something waits for a person. */
        HELD("held");

        private final String styleClass;

        Kind(String styleClass) {
            this.styleClass = styleClass;
        }
    }

    /**
     * A badge.
     *
     * @param text its words
     * @param kind its colour
     * @param iconLiteral an icon before the words, or null
     */
    public Badge(String text, Kind kind, @Nullable String iconLiteral) {
        super(text);
        getStyleClass().add("badge");
        if (kind != Kind.PLAIN) {
            getStyleClass().add(kind.styleClass);
        }
        if (iconLiteral != null) {
            setGraphic(Icons.small(iconLiteral));
        }
        setMinWidth(USE_PREF_SIZE);
    }
}

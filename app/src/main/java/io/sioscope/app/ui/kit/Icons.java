package io.sioscope.app.ui.kit;

import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Icons by their Material Design 2 literal. Size and colour come from style classes only: an icon keeps its font in its
 * inline style, which {@code setStyle} would wipe out.
 */
public final class Icons {

    private Icons() {}

    /**
     * An icon of 16 pixels, for buttons and lists.
     *
     * @param literal such as {@code mdi2l-lan-connect}
     * @param styleClasses further classes, for the colour
     * @return a new node
     * @throws IllegalArgumentException if there is no such icon, which is a mistake in the build
     */
    public static FontIcon of(String literal, String... styleClasses) {
        return sized(literal, "i16", styleClasses);
    }

    /**
     * An icon of 14 pixels, for rows and badges.
     *
     * @param literal its name
     * @param styleClasses further classes, for the colour
     * @return a new node
     */
    public static FontIcon small(String literal, String... styleClasses) {
        return sized(literal, "i14", styleClasses);
    }

    /**
     * An icon of 28 pixels, for the head of a page or an empty place.
     *
     * @param literal its name
     * @param styleClasses further classes, for the colour
     * @return a new node
     */
    public static FontIcon large(String literal, String... styleClasses) {
        return sized(literal, "i28", styleClasses);
    }

    private static FontIcon sized(String literal, String size, String... styleClasses) {
        FontIcon icon = new FontIcon(literal);
        icon.getStyleClass().add(size);
        icon.getStyleClass().addAll(styleClasses);
        return icon;
    }
}

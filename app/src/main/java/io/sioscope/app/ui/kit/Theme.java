package io.sioscope.app.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Light and dark. Primer is the user agent stylesheet; one stylesheet of our own stands above it and takes every colour
 * from tokens, which its blocks {@code .root.light} and {@code .root.dark} define. This class sets the former, adds the
 * latter, and keeps the style class on the root of every window, pop-ups included.
 *
 * <p>Make one before the first scene is built; the JavaFX toolkit must be running.
 */
public final class Theme {

    private static final String STYLESHEET = "sioscope.css";

    private final ObjectProperty<ThemeChoice> choice;
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");
    private final String stylesheet;
    private final InvalidationListener update = ignored -> update();

    /**
     * Loads the fonts and sets the appearance.
     *
     * @param initial what to begin with
     */
    public Theme(ThemeChoice initial) {
        URL url = Objects.requireNonNull(Theme.class.getResource(STYLESHEET), STYLESHEET);
        stylesheet = url.toExternalForm();
        choice = new SimpleObjectProperty<>(this, "choice", initial);
        Fonts.load();
        apply(wantsDark());
        choice.addListener(update);
        Platform.getPreferences().colorSchemeProperty().addListener(update);
        Window.getWindows().addListener((ListChangeListener<Window>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(window -> mark(window.getScene()));
            }
        });
    }

    /**
     * Dresses a scene: our stylesheet, and the class that picks its colours. Safe to call twice.
     *
     * @param scene the scene of a window
     */
    public void dress(Scene scene) {
        if (!scene.getStylesheets().contains(stylesheet)) {
            scene.getStylesheets().add(stylesheet);
        }
        mark(scene);
        scene.rootProperty().addListener(ignored -> mark(scene));
    }

    /**
     * What the person wants; setting it changes every open window at once.
     *
     * @return the choice
     */
    public ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    /**
     * Whether the window is dark now.
     *
     * @return follows choice and system
     */
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    private void update() {
        boolean wanted = wantsDark();
        if (wanted != dark.get()) {
            apply(wanted);
        }
    }

    private boolean wantsDark() {
        return switch (choice.get()) {
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        };
    }

    private void apply(boolean wanted) {
        dark.set(wanted);
        Application.setUserAgentStylesheet(
                wanted ? new PrimerDark().getUserAgentStylesheetBSS() : new PrimerLight().getUserAgentStylesheetBSS());
        List.copyOf(Window.getWindows()).forEach(window -> mark(window.getScene()));
    }

    private void mark(@Nullable Scene scene) {
        Parent root = scene == null ? null : scene.getRoot();
        if (root == null) {
            return;
        }
        String wanted = dark.get() ? "dark" : "light";
        if (!root.getStyleClass().contains(wanted)) {
            root.getStyleClass().removeAll("light", "dark");
            root.getStyleClass().add(wanted);
        }
    }
}

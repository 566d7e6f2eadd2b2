package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.Motion;
import io.sioscope.app.ui.kit.TextScale;
import io.sioscope.app.ui.kit.Theme;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.workspace.Preferences;
import javafx.scene.Scene;

/** How the window looks: colours, size and motion, as a person chose them. JavaFX thread. */
final class Appearance {

    private final Theme theme;
    private final TextScale scale = new TextScale();
    private final Motion motion = new Motion();

    Appearance(Theme theme, Preferences preferences) {
        this.theme = theme;
        scale.percentProperty().set(preferences.textSize());
        motion.choiceProperty().set(motion(preferences.motion()));
    }

    /** Shows at once what was chosen. */
    void apply(Preferences preferences) {
        theme.choiceProperty().set(theme(preferences.look()));
        scale.percentProperty().set(preferences.textSize());
        motion.choiceProperty().set(motion(preferences.motion()));
    }

    /** Dresses a window's scene, once. */
    void dress(Scene scene) {
        theme.dress(scene);
        scale.dress(scene);
    }

    boolean isDark() {
        return theme.darkProperty().get();
    }

    TextScale scale() {
        return scale;
    }

    Motion motion() {
        return motion;
    }

    static ThemeChoice theme(Preferences.Look look) {
        return switch (look) {
            case SYSTEM -> ThemeChoice.SYSTEM;
            case LIGHT -> ThemeChoice.LIGHT;
            case DARK -> ThemeChoice.DARK;
        };
    }

    private static Motion.Choice motion(Preferences.Motion wanted) {
        return switch (wanted) {
            case SYSTEM -> Motion.Choice.SYSTEM;
            case ON -> Motion.Choice.ON;
            case OFF -> Motion.Choice.OFF;
        };
    }
}

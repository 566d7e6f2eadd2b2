package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.Theme;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.ui.settings.SettingsViewModel;
import io.sioscope.app.workspace.Appearance;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** Theme, language, size and motion: whoever changes one, it holds at once and is remembered. JavaFX thread. */
final class Appearances {

    private static final double WHOLE = 100;

    private final Keeper keeper;
    private final Theme theme;
    private final Runnable speaking;
    private final SettingsViewModel page;
    private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);
    private final BooleanProperty motion = new SimpleBooleanProperty(this, "motion", true);

    /**
     * Begins with what is remembered.
     *
     * @param speaking makes the window speak the language that the settings ask for
     */
    Appearances(Keeper keeper, Theme theme, java.nio.file.Path folder, Runnable speaking) {
        this.keeper = keeper;
        this.theme = theme;
        this.speaking = speaking;
        this.page = new SettingsViewModel(this::change, folder);
        show(now());
    }

    private Appearance now() {
        return keeper.settings().appearance();
    }

    private void show(Appearance shown) {
        page.show(shown);
        zoom.set(shown.textPercent() / WHOLE);
        motion.set(shown.motion());
        theme.textPercentProperty().set(shown.textPercent());
    }

    private void change(Appearance wanted) {
        Appearance before = now();
        keeper.change(settings -> settings.withAppearance(wanted));
        show(wanted);
        if (!wanted.theme().equals(before.theme())) {
            theme.choiceProperty().set(ThemeChoice.valueOf(wanted.theme().toUpperCase(Locale.ROOT)));
        }
        if (!wanted.language().equals(before.language())) {
            speaking.run();
        }
    }

    /** Changes between light and dark. */
    void changeTheme() {
        Appearance now = now();
        change(new Appearance(theme.darkProperty().get() ? "light" : "dark", now.language(), now.textPercent(), now.motion()));
    }

    /** Changes between English and French. */
    void changeLanguage(Locale spoken) {
        Appearance now = now();
        Locale wanted = spoken.equals(Locale.FRENCH) ? Locale.ENGLISH : Locale.FRENCH;
        change(new Appearance(now.theme(), wanted.getLanguage(), now.textPercent(), now.motion()));
    }

    /** Makes everything larger or smaller by so many steps; 0 for the usual size. */
    void resize(int steps) {
        Appearance now = now();
        List<Integer> sizes = SettingsViewModel.PERCENTS;
        int at = 0;
        while (at < sizes.size() - 1 && sizes.get(at) < now.textPercent()) {
            at++;
        }
        int percent = steps == 0 ? sizes.getFirst() : sizes.get(Math.clamp(at + steps, 0, sizes.size() - 1));
        change(new Appearance(now.theme(), now.language(), percent, now.motion()));
    }

    /** The page of settings. */
    SettingsViewModel page() {
        return page;
    }

    /** How many times as large as usual everything is. */
    DoubleProperty zoomProperty() {
        return zoom;
    }

    /** Whether things may move that need not. */
    BooleanProperty motionProperty() {
        return motion;
    }
}

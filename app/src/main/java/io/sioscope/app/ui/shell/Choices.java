package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.settings.Chooser;
import io.sioscope.app.ui.settings.SettingsViewModel;
import io.sioscope.app.workspace.Preferences;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What a person chose: kept, and shown at once. JavaFX thread. */
final class Choices implements Chooser {

    private final Keeper keeper;
    private final Appearance appearance;
    private final Path folder;
    private final Consumer<Preferences> speak;
    private final Consumer<Runnable> offerUndo;
    private final SettingsViewModel page = new SettingsViewModel(this);

    /**
     * Choices.
     *
     * @param folder where the workspace lies
     * @param speak speaks the language that was chosen, if it is another
     * @param offerUndo says that everything is as for a new user, and offers to undo that
     */
    Choices(
            Keeper keeper,
            Appearance appearance,
            Path folder,
            Consumer<Preferences> speak,
            Consumer<Runnable> offerUndo) {
        this.keeper = keeper;
        this.appearance = appearance;
        this.folder = folder;
        this.speak = speak;
        this.offerUndo = offerUndo;
        page.show(preferences());
    }

    @Override
    public Preferences preferences() {
        return keeper.workspace().preferences();
    }

    @Override
    public void change(UnaryOperator<Preferences> change) {
        Preferences changed = change.apply(preferences());
        keeper.change(workspace -> workspace.withPreferences(changed));
        appearance.apply(changed);
        page.show(changed);
        speak.accept(changed);
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public void wasReset(Preferences before) {
        offerUndo.accept(() -> change(ignored -> before));
    }

    /** Changes between light and dark. */
    void changeTheme() {
        Preferences.Look wanted = appearance.isDark() ? Preferences.Look.LIGHT : Preferences.Look.DARK;
        change(chosen -> chosen.withLook(wanted));
    }

    /**
     * Changes between English and French.
     *
     * @param spoken the language of now
     */
    void changeLanguage(Locale spoken) {
        Locale wanted = spoken.equals(Locale.FRENCH) ? Locale.ENGLISH : Locale.FRENCH;
        change(chosen -> chosen.withLanguage(wanted.getLanguage()));
    }

    /** Makes everything larger or smaller. */
    void changeTextSize(int percent) {
        change(chosen -> chosen.withTextSize(percent));
    }

    Appearance appearance() {
        return appearance;
    }

    /** The settings page. */
    SettingsViewModel page() {
        return page;
    }
}

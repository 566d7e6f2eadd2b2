package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.FxPump;
import io.sioscope.app.ui.kit.Theme;
import io.sioscope.app.workspace.Settings;
import io.sioscope.app.workspace.SettingsStore;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/**
 * What a window is given from outside.
 *
 * @param pump the way onto the JavaFX thread
 * @param theme light and dark
 * @param store where settings are kept
 * @param settings what was loaded from there
 * @param clock time and zone for people
 * @param language the system's
 * @param files other pickers than the system's own, for tests
 * @param quit ends the program
 */
record Surroundings(
        FxPump pump,
        Theme theme,
        SettingsStore store,
        Settings settings,
        Clock clock,
        Locale language,
        Optional<FilesPort> files,
        Runnable quit) {

    /** The language that the settings ask for: English unless they, or failing them the system, want French. */
    Locale wanted() {
        return wanted(settings);
    }

    /** The same of other settings. */
    Locale wanted(Settings now) {
        String asked = now.language().equals("system") ? language.getLanguage() : now.language();
        return asked.equals(Locale.FRENCH.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH;
    }
}

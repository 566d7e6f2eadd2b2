package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.FxPump;
import io.sioscope.app.ui.kit.Theme;
import io.sioscope.app.workspace.Preferences;
import io.sioscope.app.workspace.Workspace;
import io.sioscope.app.workspace.WorkspaceStore;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/**
 * What a window is given from outside.
 *
 * @param pump the way onto the JavaFX thread
 * @param theme light and dark
 * @param store where the workspace is kept
 * @param workspace what was loaded from there
 * @param clock time and zone for people
 * @param language the system's
 * @param files other pickers than the system's own, for tests
 * @param quit ends the program
 */
record Surroundings(
        FxPump pump,
        Theme theme,
        WorkspaceStore store,
        Workspace workspace,
        Clock clock,
        Locale language,
        Optional<FilesPort> files,
        Runnable quit) {

    /** The language to begin with. */
    Locale wanted() {
        return wanted(workspace.preferences());
    }

    /** The language that a person asked for: English unless they, or failing them the system, want French. */
    Locale wanted(Preferences preferences) {
        String asked = preferences.language().equals(Preferences.SYSTEM_LANGUAGE)
                ? language.getLanguage()
                : preferences.language();
        return asked.equals(Locale.FRENCH.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH;
    }
}

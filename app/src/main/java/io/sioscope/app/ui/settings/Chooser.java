package io.sioscope.app.ui.settings;

import io.sioscope.app.workspace.Preferences;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** What the page asks of the program. */
public interface Chooser {

    /** What is chosen now. */
    Preferences preferences();

    /**
     * Chooses otherwise; it is kept, and shows at once.
     *
     * @param change from what is chosen now
     */
    void change(UnaryOperator<Preferences> change);

    /** The folder in which everything is kept. */
    Path folder();

    /**
     * Everything was set to what a new user has.
     *
     * @param before what had been chosen
     */
    void wasReset(Preferences before);
}

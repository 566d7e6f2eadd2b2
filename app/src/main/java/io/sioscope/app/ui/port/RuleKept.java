package io.sioscope.app.ui.port;

/** Where a rule for answers was kept. */
public enum RuleKept {
    /** It is in force, and saved with the saved connection that the page was filled from. */
    SAVED,
    /** It is in force, and stands on the connection's page alone. */
    ON_PAGE,
    /** It stands on the page, where something else is wrong: it is not in force yet. */
    NOT_YET
}

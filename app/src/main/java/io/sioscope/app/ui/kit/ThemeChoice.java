package io.sioscope.app.ui.kit;

/** Which appearance the person wants. */
public enum ThemeChoice {
    /** Light or dark as the operating system says, also when it changes its mind. */
    SYSTEM,
    /** Always light. */
    LIGHT,
    /** Always dark. */
    DARK
}

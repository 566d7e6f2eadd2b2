package io.sioscope.app.ui.sessions;

/** How a session or a namespace stands, as its mark shows it. */
public enum Health {
    /** It works: a filled dot. */
    GOOD,
    /** On its way: a ring. */
    COMING,
    /** It failed or was refused: an octagon. */
    BAD,
    /** It ended: a dash. */
    ENDED,
    /** There is nothing to stand: a file. */
    STILL
}

package io.sioscope.app.capture;

/** What is known of the acknowledgement that a row asks for or is. */
public enum AckState {
    /** The row neither asks for one nor is one. */
    NONE,
    /** The row asks for one that has not come. */
    AWAITED,
    /** The row asked for one, and it came: {@link Row#pairs()} is its number. */
    ACKED,
    /** The row asked for one, and its connection or namespace ended, or its id was used again, before one came. */
    NEVER,
    /** The row is the acknowledgement of the row {@link Row#pairs()}. */
    ANSWER,
    /** The row acknowledges the row {@link Row#pairs()}, which had been acknowledged before. */
    DUPLICATE,
    /** The row is an acknowledgement that nobody is known to have asked for. */
    UNASKED
}

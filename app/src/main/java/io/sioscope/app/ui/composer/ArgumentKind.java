package io.sioscope.app.ui.composer;

/** How an argument is written. */
public enum ArgumentKind {
    /** One JSON value. */
    JSON,
    /** Plain text, sent as a JSON string. */
    TEXT,
    /** Binary, as pairs of hexadecimal digits. */
    HEX,
    /** Binary, the bytes of a file. */
    FILE
}

package io.sioscope.app.ui.composer;

/** How an argument is written. */
public enum ArgumentKind {
    /** One JSON value: also numbers, {@code true}, {@code false} and {@code null}. */
    JSON,
    /** Plain text, sent as a JSON string. */
    TEXT,
    /** Binary, as pairs of hexadecimal digits. */
    HEX,
    /** Binary, as base64. */
    BASE64,
    /** Binary, the bytes of a file. */
    FILE
}

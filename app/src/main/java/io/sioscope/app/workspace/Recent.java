package io.sioscope.app.workspace;

/**
 * Something that was connected to or opened.
 *
 * @param kind what it was
 * @param target a URL without credentials and query, or a file's absolute path
 * @param atMillis when, in milliseconds since 1970
 */
public record Recent(Kind kind, String target, long atMillis) {

    /** What it was. */
    public enum Kind {
        /** A server that was connected to. */
        CONNECT,
        /** A capture that was opened. */
        FILE
    }
}

package io.sioscope.app.capture.format;

/**
 * Something that was left out of a file that was read or written all the same.
 *
 * @param kind what
 * @param count how many; bytes for {@link Kind#CUT_SHORT}
 */
public record FormatNote(Kind kind, long count) {
    /** What can be left out. */
    public enum Kind {
        /** Bytes at the end that are no whole record or line, as a kill leaves them. */
        CUT_SHORT,
        /** HAR entries that have nothing to do with Socket.IO. */
        OTHER_ENTRIES,
        /** HAR entries of Engine.IO 3, which is not read yet. */
        OLDER_ENGINE,
        /** HAR entries without a URL. */
        BROKEN_ENTRIES,
        /** WebSocket messages without time, type, opcode or data, or with a type that is not known. */
        BROKEN_MESSAGES,
        /** Polling bodies that the HAR does not hold. */
        MISSING_BODIES,
        /** Packets whose bytes had been left out of the capture. */
        BODIES_LEFT_OUT,
        /** Changes of connections and gaps, for which the format has no place. */
        ROWS_WITHOUT_PLACE
    }
}

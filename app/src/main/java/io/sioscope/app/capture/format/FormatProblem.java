package io.sioscope.app.capture.format;

import java.nio.file.Path;

/**
 * Why a file could not be read or written. The words for people are {@link FormatTexts}'.
 *
 * @param kind what is wrong
 * @param file the file
 * @param line the line, from 1; 0 where lines mean nothing
 * @param offset the byte in the file; -1 where it is not known
 * @param detail a field's name, a version, or the system's words; may be empty
 */
public record FormatProblem(Kind kind, Path file, long line, long offset, String detail) {
    /** What can be wrong with a file. */
    public enum Kind {
        /** The name's ending is of no format that is known. */
        UNKNOWN_ENDING,
        /** There is no such file. */
        NOT_FOUND,
        /** The system does not let us read it. */
        NOT_READABLE,
        /** Its contents are not of the format that its ending promises. */
        NOT_A_CAPTURE,
        /** It was written by a newer program; the detail is its version. */
        NEWER_VERSION,
        /** It holds broken JSON. */
        BROKEN_JSON,
        /** A field, the detail, is missing or of the wrong type. */
        BAD_FIELD,
        /** It, or a part of it, is larger than can be taken. */
        TOO_LARGE,
        /** It is a HAR, but no Socket.IO connection is in it. */
        NOTHING_IN_IT,
        /** The system does not let us write there. */
        NOT_WRITABLE,
        /** The person cancelled. */
        CANCELLED
    }

    static FormatProblem of(Kind kind, Path file) {
        return new FormatProblem(kind, file, 0, -1, "");
    }

    static FormatProblem of(Kind kind, Path file, String detail) {
        return new FormatProblem(kind, file, 0, -1, detail);
    }
}

package io.sioscope.app.capture;

import java.io.IOException;
import java.io.Serial;

/** A file that is no native capture, or one of a version that this program does not know. */
public final class CaptureFileException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What is wrong with the file. */
    public enum Problem {
        /** It does not begin as a native capture does. */
        NOT_A_CAPTURE,
        /** It was written by a newer program. */
        NEWER_VERSION
    }

    private final Problem problem;
    private final String detail;

    CaptureFileException(Problem problem, String detail) {
        super(problem + " " + detail);
        this.problem = problem;
        this.detail = detail;
    }

    /** The version that the file says it has, or nothing. */
    public String detail() {
        return detail;
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }
}

package io.sioscope.app.cli;

import io.sioscope.app.capture.format.FormatException;
import io.sioscope.app.capture.format.FormatProblem;

/** The exit codes. */
final class ExitCode {
    /** Done. */
    static final int DONE = 0;
    /** The work failed: a refused connection, a busy port, a broken file, an expectation that was not met. */
    static final int FAILED = 1;
    /** Wrong usage. */
    static final int USAGE = 2;

    private ExitCode() {}

    /** Of a file that could not be read or written: an ending that nobody knows is wrong usage, the rest is failed work. */
    static int of(FormatException broken) {
        return broken.problem().kind() == FormatProblem.Kind.UNKNOWN_ENDING ? USAGE : FAILED;
    }
}

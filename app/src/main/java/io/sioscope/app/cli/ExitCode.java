package io.sioscope.app.cli;

/** The exit codes. */
final class ExitCode {
    /** Done. */
    static final int DONE = 0;
    /** The work failed: a refused connection, a busy port, a broken file, an expectation that was not met. */
    static final int FAILED = 1;
    /** Wrong usage. */
    static final int USAGE = 2;

    private ExitCode() {}
}

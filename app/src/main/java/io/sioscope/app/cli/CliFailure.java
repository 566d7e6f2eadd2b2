package io.sioscope.app.cli;

import io.sioscope.app.workbench.Explanation;
import java.io.Serial;

/** Ends a command with words for people. Never carries a stack trace. */
final class CliFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final transient Explanation explanation;

    CliFailure(int exitCode, Explanation explanation) {
        super(explanation.message(), null, false, false);
        this.exitCode = exitCode;
        this.explanation = explanation;
    }

    int exitCode() {
        return exitCode;
    }

    Explanation explanation() {
        return explanation;
    }
}

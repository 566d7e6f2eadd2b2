package io.sioscope.app.capture.format;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A file could not be read or written, for a reason that can be told to people. */
public final class FormatException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient FormatProblem problem;

    FormatException(FormatProblem problem, @Nullable Throwable cause) {
        super(problem.kind() + " " + problem.detail(), cause);
        this.problem = problem;
    }

    FormatException(FormatProblem problem) {
        this(problem, null);
    }

    /** The reason. */
    public FormatProblem problem() {
        return problem;
    }
}

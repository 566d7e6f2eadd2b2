package io.sioscope.app.capture.format;

import java.nio.file.Path;

/** A reading or writing that is under way: tells progress, and ends it where the person cancelled. Belongs to one thread. */
record Working(Path file, Progress progress) {
    void at(long done, long total) throws FormatException {
        if (!progress.at(done, total) || Thread.currentThread().isInterrupted()) {
            throw new FormatException(FormatProblem.of(FormatProblem.Kind.CANCELLED, file));
        }
    }
}

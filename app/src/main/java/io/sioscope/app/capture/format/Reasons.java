package io.sioscope.app.capture.format;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** The system's reasons in a few words, as data for a message. */
final class Reasons {
    /** The name is that of a folder. */
    static final String IS_A_FOLDER = "is a directory";

    private Reasons() {}

    /** A failure of the system's; an interrupted thread was cancelled, whatever its channel said of that. */
    static FormatException failed(FormatProblem.Kind kind, Path file, IOException refused) {
        return Thread.currentThread().isInterrupted()
                ? new FormatException(FormatProblem.of(FormatProblem.Kind.CANCELLED, file), refused)
                : new FormatException(FormatProblem.of(kind, file, of(refused)), refused);
    }

    static String of(IOException refused) {
        return switch (refused) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException missing -> "no such directory";
            case NotDirectoryException no -> "not a directory";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> refused.getMessage() == null ? refused.getClass().getSimpleName() : refused.getMessage();
        };
    }
}

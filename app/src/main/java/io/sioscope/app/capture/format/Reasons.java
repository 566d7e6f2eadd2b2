package io.sioscope.app.capture.format;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** The system's reasons in a few words, as data for a message. */
final class Reasons {
    /** The name is that of a folder. */
    static final String IS_A_FOLDER = "is a directory";

    private Reasons() {}

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

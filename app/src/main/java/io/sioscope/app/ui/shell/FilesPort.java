package io.sioscope.app.ui.shell;

import java.nio.file.Path;
import java.util.Optional;

/** Lets a person pick files. A window's own pickers stand behind it, or in a test whatever is to be picked. */
interface FilesPort {

    /** A capture to open. */
    Optional<Path> pickCapture();

    /**
     * Where to write.
     *
     * @param suggested the file's name to begin with
     */
    Optional<Path> pickTarget(String suggested);

    /** A file to send. */
    Optional<Path> pickArgument();
}

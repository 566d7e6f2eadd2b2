package io.sioscope.app.capture.format;

import io.sioscope.app.capture.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An opened capture of any format.
 *
 * @param journal its rows
 * @param report what came of reading it
 * @param temporary the file that holds the rows of a format without random access; it is deleted on closing
 */
public record Imported(Journal journal, FormatReport report, Optional<Path> temporary) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        journal.close();
        if (temporary.isPresent()) {
            Files.deleteIfExists(temporary.get());
        }
    }
}

package io.sioscope.app.capture.format;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a file whole or not at all: under another name in the same folder, then moved into its place. */
final class WholeFile {
    private static final Logger LOG = LoggerFactory.getLogger(WholeFile.class);

    private WholeFile() {}

    /** What writes to the file with the temporary name. */
    @FunctionalInterface
    interface Writing {
        FormatReport to(Path temporary) throws IOException, FormatException;
    }

    static FormatReport write(Path target, Writing writing) throws FormatException {
        Path temporary = temporary(target);
        boolean moved = false;
        try {
            FormatReport report = writing.to(temporary);
            move(temporary, target);
            moved = true;
            return report;
        } catch (IOException refused) {
            throw Reasons.failed(FormatProblem.Kind.NOT_WRITABLE, target, refused);
        } finally {
            if (!moved) {
                remove(temporary);
            }
        }
    }

    private static Path temporary(Path target) throws FormatException {
        Path whole = target.toAbsolutePath();
        try {
            Path folder = whole.getParent();
            if (folder == null || Files.isDirectory(whole)) {
                throw new FormatException(FormatProblem.of(
                        FormatProblem.Kind.NOT_WRITABLE, target, Reasons.IS_A_FOLDER));
            }
            // Not createTempFile: what was exported is to have the permissions that any new file gets.
            return Files.createFile(folder.resolve(".sioscope-" + UUID.randomUUID() + ".part"));
        } catch (IOException refused) {
            throw Reasons.failed(FormatProblem.Kind.NOT_WRITABLE, target, refused);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void remove(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException refused) {
            LOG.warn("a temporary file stays behind: {}", temporary);
        }
    }
}

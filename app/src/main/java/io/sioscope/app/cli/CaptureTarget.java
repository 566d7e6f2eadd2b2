package io.sioscope.app.cli;

import io.sioscope.app.capture.CaptureFile;
import io.sioscope.app.capture.Journal;
import io.sioscope.app.capture.JournalWriter;
import io.sioscope.app.capture.format.CaptureFormat;
import io.sioscope.app.capture.format.CaptureFormats;
import io.sioscope.app.capture.format.FormatException;
import io.sioscope.app.capture.format.Progress;
import io.sioscope.app.workbench.Explain;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of {@code --capture}. A native one is written as the packets come, so that it survives a kill; one of another
 * format is made of a native one beside it at the end. One thread.
 */
final class CaptureTarget {
    private static final Logger LOG = LoggerFactory.getLogger(CaptureTarget.class);

    private final Path file;
    private final Path recorded;
    private final Optional<Path> former;
    private final JournalWriter writer;
    private final Explain explain;

    private CaptureTarget(
            Path file, Path recorded, Optional<Path> former, JournalWriter writer, Explain explain) {
        this.file = file;
        this.recorded = recorded;
        this.former = former;
        this.writer = writer;
        this.explain = explain;
    }

    /**
     * Makes the file. One of that name is put aside until {@link #keep()}.
     *
     * @throws CliFailure if that is not possible
     */
    static CaptureTarget make(Path file, Explain explain) {
        CaptureFormat format =
                CaptureFormat.of(file).orElseThrow(() -> new CliFailure(ExitCode.USAGE, explain.unknownEnding(file)));
        Path recorded = format == CaptureFormat.SIOCAP ? file : beside(file, ".part.siocap");
        try {
            Optional<Path> former = Optional.empty();
            if (format == CaptureFormat.SIOCAP && Files.isRegularFile(file)) {
                former = Optional.of(beside(file, ".former"));
                Files.move(file, former.get(), StandardCopyOption.REPLACE_EXISTING);
            }
            return new CaptureTarget(file, recorded, former, CaptureFile.create(recorded), explain);
        } catch (IOException | SecurityException refused) {
            throw new CliFailure(ExitCode.FAILED, explain.unwritable(file, refused));
        }
    }

    private static Path beside(Path file, String ending) {
        Path name = file.toAbsolutePath().getFileName();
        return file.toAbsolutePath().resolveSibling("." + name + ending);
    }

    JournalWriter writer() {
        return writer;
    }

    /** The new capture has begun: the former file is not needed any more. */
    void keep() {
        former.ifPresent(CaptureTarget::delete);
    }

    /** Nothing came of it: everything is as before. The recording must have ended. */
    void discard() {
        closeJournal();
        delete(recorded);
        former.ifPresent(kept -> {
            try {
                Files.move(kept, file, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException refused) {
                LOG.warn("the former capture stays as {}", kept, refused);
            }
        });
    }

    /**
     * Makes the file that was asked for. The recording must have ended.
     *
     * @throws CliFailure if that is not possible
     */
    void complete() {
        Journal journal = writer.journal();
        try {
            if (journal.failure().isPresent()) {
                FileSystemException refused =
                        new FileSystemException(file.toString(), null, journal.failure().get());
                throw new CliFailure(ExitCode.FAILED, explain.unwritable(file, refused));
            }
            if (!recorded.equals(file)) {
                CaptureFormats.export(journal, n -> true, file, Progress.NONE);
            }
        } catch (FormatException refused) {
            throw new CliFailure(ExitCode.FAILED, explain.file(refused.problem()));
        } finally {
            closeJournal();
            if (!recorded.equals(file)) {
                delete(recorded);
            }
        }
    }

    private void closeJournal() {
        try {
            writer.journal().close();
        } catch (IOException refused) {
            LOG.debug("the capture's file did not close", refused);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException refused) {
            LOG.warn("{} stays", file, refused);
        }
    }
}

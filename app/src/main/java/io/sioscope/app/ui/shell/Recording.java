package io.sioscope.app.ui.shell;

import io.sioscope.app.capture.CaptureFile;
import io.sioscope.app.capture.JournalLimits;
import io.sioscope.app.capture.JournalWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that the window records into while it is open. Its name holds the process's id, so that what a crash left behind
 * can be told from what another window is writing. Any thread; touches the disk.
 */
final class Recording {

    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
    private static final long EMPTY_BYTES = 16;
    private static final long MEGABYTE = 1_000_000;
    private static final Pattern NAME = Pattern.compile("window-(\\d{1,18})\\.siocap");

    private final Path file;
    private final JournalWriter writer;

    private Recording(Path file, JournalWriter writer) {
        this.file = file;
        this.writer = writer;
    }

    /**
     * Begins one.
     *
     * @param folder made if it is not there
     * @param megabytes the size from which it leaves out bodies; never more than half of what is free
     * @throws IOException if the folder cannot be written to
     */
    static Recording begin(Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("window-" + ProcessHandle.current().pid() + ".siocap");
        Files.deleteIfExists(file);
        long free = Files.getFileStore(folder).getUsableSpace();
        return new Recording(file, CaptureFile.create(file, JournalLimits.ofFileBytes(Math.min(megabytes * MEGABYTE, free / 2))));
    }

    /** What windows that did not end by themselves left behind. */
    static List<Path> leftOver(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Recording::isOrphan).filter(Recording::holdsSomething).sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Whether anything was recorded; a file with nothing in it is taken away. */
    private static boolean holdsSomething(Path file) {
        try {
            if (Files.size(file) > EMPTY_BYTES) {
                return true;
            }
            Files.deleteIfExists(file);
        } catch (IOException unreadable) {
            LOG.debug("{} cannot be looked at", file, unreadable);
        }
        return false;
    }

    private static boolean isOrphan(Path file) {
        Matcher matcher = NAME.matcher(String.valueOf(file.getFileName()));
        return matcher.matches()
                && ProcessHandle.of(Long.parseLong(matcher.group(1)))
                        .filter(ProcessHandle::isAlive)
                        .isEmpty();
    }

    JournalWriter writer() {
        return writer;
    }

    /** Takes away what a crash left behind, after it was read into another recording. */
    static void forget(Path leftOver) {
        try {
            Files.deleteIfExists(leftOver);
        } catch (IOException stuck) {
            LOG.warn("{} could not be deleted", leftOver, stuck);
        }
    }

    /** Takes the file away; the writer is closed. */
    void delete() throws IOException {
        writer.journal().close();
        Files.deleteIfExists(file);
    }
}

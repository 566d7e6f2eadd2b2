package io.sioscope.app.capture.format;

import io.sioscope.app.capture.CaptureFile;
import io.sioscope.app.capture.Journal;
import io.sioscope.app.capture.JournalLimits;
import io.sioscope.app.capture.JournalWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Reads and writes captures of every format, which a file's ending names. Each call belongs to a worker; it may take long,
 * tells its progress, and can be cancelled. Files are written under another name and moved, so that none is ever half there.
 */
public final class CaptureFormats {
    private static final int COMMIT = 4_096;

    private CaptureFormats() {}

    /**
     * Writes the rows that a journal has now.
     *
     * @param include which rows, by number; {@code n -> true} for all
     * @param target where, replacing a file of that name
     * @throws FormatException if that is not possible; nothing is left behind then
     */
    public static FormatReport export(Journal journal, LongPredicate include, Path target, Progress progress)
            throws FormatException {
        CaptureFormat format = format(target);
        Working working = new Working(target, progress);
        return WholeFile.write(
                target,
                temporary -> switch (format) {
                    case SIOCAP -> NativeFormat.write(journal, include, temporary, working);
                    case JSONL -> JsonLines.write(journal, include, temporary, working);
                    case HAR -> HarWriter.write(journal, include, temporary, working);
                });
    }

    /**
     * Reads a file's rows one after the other, for instance into a running capture.
     *
     * @throws FormatException if the file cannot be read; rows before the broken place were given to {@code sink} already
     */
    public static FormatReport read(Path source, EntrySink sink, Progress progress) throws FormatException {
        CaptureFormat format = format(source);
        Working working = new Working(source, progress);
        checkThere(source);
        try {
            return switch (format) {
                case SIOCAP -> NativeFormat.read(source, sink, working);
                case JSONL -> JsonLines.read(source, sink, working);
                case HAR -> new HarReader(source, working).read(sink);
            };
        } catch (IOException refused) {
            throw notReadable(source, refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new FormatException(FormatProblem.of(FormatProblem.Kind.CANCELLED, source), interrupted);
        }
    }

    /**
     * Opens a file as a journal: a native one as it is, another one through a private file.
     *
     * @param folder where that private file may lie
     * @throws FormatException if the file cannot be read; nothing is left behind then
     */
    public static Imported open(Path source, Path folder, Progress progress) throws FormatException {
        if (format(source) != CaptureFormat.SIOCAP) {
            return copied(source, folder, progress);
        }
        checkThere(source);
        try {
            CaptureFile.Opened opened = NativeFormat.open(source);
            return new Imported(opened.journal(), NativeFormat.report(opened), Optional.empty());
        } catch (IOException refused) {
            throw notReadable(source, refused);
        }
    }

    /**
     * Reads one file and writes another.
     *
     * @throws FormatException if either is not possible
     */
    public static Conversion convert(Path source, Path target, Progress progress) throws FormatException {
        format(target);
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (Imported imported = open(source, folder, progress)) {
            FormatReport written = export(imported.journal(), n -> true, target, progress);
            return new Conversion(imported.report(), written);
        } catch (IOException refused) {
            throw notReadable(source, refused);
        }
    }

    /** What came of both halves of a conversion. */
    public record Conversion(FormatReport read, FormatReport written) {}

    private static Imported copied(Path source, Path folder, Progress progress) throws FormatException {
        Path temporary = temporary(folder);
        boolean done = false;
        try {
            JournalWriter writer =
                    CaptureFile.create(temporary, JournalLimits.ofFileBytes(Long.MAX_VALUE / 2));
            try (writer) {
                FormatReport report = read(source, new Filling(writer), progress);
                writer.commit();
                NativeFormat.failIfRefused(writer.journal());
                done = true;
                return new Imported(writer.journal(), report, Optional.of(temporary));
            } finally {
                if (!done) {
                    writer.journal().close();
                }
            }
        } catch (IOException refused) {
            throw Reasons.failed(FormatProblem.Kind.NOT_WRITABLE, temporary, refused);
        } finally {
            if (!done) {
                remove(temporary);
            }
        }
    }

    private static final class Filling implements EntrySink {
        private final JournalWriter writer;
        private int waiting;

        Filling(JournalWriter writer) {
            this.writer = writer;
        }

        @Override
        public void take(io.sioscope.app.capture.Entry entry) {
            writer.append(entry);
            waiting++;
            if (waiting == COMMIT) {
                waiting = 0;
                writer.commit();
            }
        }
    }

    private static Path temporary(Path folder) throws FormatException {
        try {
            return Files.createTempFile(folder, ".sioscope-", ".part");
        } catch (IOException refused) {
            throw Reasons.failed(FormatProblem.Kind.NOT_WRITABLE, folder, refused);
        }
    }

    private static void remove(Path temporary) throws FormatException {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException refused) {
            throw Reasons.failed(FormatProblem.Kind.NOT_WRITABLE, temporary, refused);
        }
    }

    private static CaptureFormat format(Path file) throws FormatException {
        Optional<CaptureFormat> format = CaptureFormat.of(file);
        if (format.isEmpty()) {
            throw new FormatException(FormatProblem.of(FormatProblem.Kind.UNKNOWN_ENDING, file));
        }
        return format.get();
    }

    private static void checkThere(Path source) throws FormatException {
        if (Files.isDirectory(source)) {
            throw new FormatException(
                    FormatProblem.of(FormatProblem.Kind.NOT_READABLE, source, Reasons.IS_A_FOLDER));
        }
        if (Files.notExists(source)) {
            throw new FormatException(FormatProblem.of(FormatProblem.Kind.NOT_FOUND, source));
        }
    }

    private static FormatException notReadable(Path source, IOException refused) {
        FormatProblem.Kind kind = refused instanceof NoSuchFileException
                ? FormatProblem.Kind.NOT_FOUND
                : FormatProblem.Kind.NOT_READABLE;
        return Reasons.failed(kind, source, refused);
    }
}

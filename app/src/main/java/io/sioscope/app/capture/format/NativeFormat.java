package io.sioscope.app.capture.format;

import io.sioscope.app.capture.CaptureFile;
import io.sioscope.app.capture.CaptureFileException;
import io.sioscope.app.capture.Journal;
import io.sioscope.app.capture.JournalCursor;
import io.sioscope.app.capture.JournalLimits;
import io.sioscope.app.capture.JournalWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongPredicate;

/** The native format, read and written row by row. */
final class NativeFormat {
    private static final int STEP = 1_024;

    private NativeFormat() {}

    static FormatReport write(Journal journal, LongPredicate include, Path file, Working working)
            throws IOException, FormatException {
        JournalCursor cursor = new JournalCursor(journal);
        long rows = 0;
        long length = journal.length();
        JournalWriter writer = CaptureFile.create(file, JournalLimits.ofFileBytes(Long.MAX_VALUE / 2));
        try (Journal written = writer.journal();
                writer) {
            for (long n = 1; n <= length; n++) {
                if (include.test(n)) {
                    writer.append(cursor.read(n).entry());
                    rows++;
                }
                if (n % STEP == 0 || n == length) {
                    writer.commit();
                    failIfRefused(written);
                    working.at(n, length);
                }
            }
        }
        return new FormatReport(rows, java.util.List.of());
    }

    /** Hands a writer's failure on, as the system's words. */
    static void failIfRefused(Journal written) throws IOException {
        if (written.failure().isPresent()) {
            throw new IOException(written.failure().get());
        }
    }

    static FormatReport read(Path file, EntrySink sink, Working working)
            throws IOException, FormatException, InterruptedException {
        CaptureFile.Opened opened = open(file);
        try (Journal journal = opened.journal()) {
            JournalCursor cursor = new JournalCursor(journal);
            long length = journal.length();
            for (long n = 1; n <= length; n++) {
                sink.take(cursor.read(n).entry());
                if (n % STEP == 0) {
                    working.at(n, length);
                }
            }
            return report(opened);
        }
    }

    static FormatReport report(CaptureFile.Opened opened) {
        Notes notes = new Notes();
        notes.add(FormatNote.Kind.CUT_SHORT, opened.leftOutBytes());
        return notes.report(opened.journal().length());
    }

    static CaptureFile.Opened open(Path file) throws IOException, FormatException {
        try {
            return CaptureFile.open(file);
        } catch (CaptureFileException broken) {
            FormatProblem.Kind kind =
                    switch (broken.problem()) {
                        case NOT_A_CAPTURE -> FormatProblem.Kind.NOT_A_CAPTURE;
                        case NEWER_VERSION -> FormatProblem.Kind.NEWER_VERSION;
                    };
            throw new FormatException(FormatProblem.of(kind, file, broken.detail()), broken);
        }
    }
}

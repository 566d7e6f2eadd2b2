package io.sioscope.app.capture.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.sioscope.app.capture.Journal;
import io.sioscope.app.capture.JournalCursor;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongPredicate;

/**
 * Captures as lines of JSON: a header, then a row a line. Also reads what {@code --json} printed: the same lines with a
 * {@code type}, among others, without a header. A last line without its end is what a kill left, and is passed over.
 */
final class JsonLines {
    /** What the header calls the format. */
    static final String FORMAT = "sioscope-capture";

    /** The version that is written and read. */
    static final int VERSION = 1;

    /** The longest line, in bytes. */
    private static final int MAX_LINE = 256 << 20;

    private static final int STEP = 1_024;

    private JsonLines() {}

    static FormatReport write(Journal journal, LongPredicate include, Path file, Working working)
            throws IOException, FormatException {
        JournalCursor cursor = new JournalCursor(journal);
        long rows = 0;
        long length = journal.length();
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(CaptureLineWriter.header());
            out.write('\n');
            for (long n = 1; n <= length; n++) {
                if (include.test(n)) {
                    out.write(CaptureLineWriter.line(cursor.read(n)));
                    out.write('\n');
                    rows++;
                }
                if (n % STEP == 0) {
                    working.at(n, length);
                }
            }
        }
        return new FormatReport(rows, java.util.List.of());
    }

    static FormatReport read(Path file, EntrySink sink, Working working)
            throws IOException, FormatException, InterruptedException {
        Notes notes = new Notes();
        long rows = 0;
        long line = 0;
        long size = Files.size(file);
        try (InputStream in = Files.newInputStream(file)) {
            LineReader lines = new LineReader(in, MAX_LINE);
            CaptureLineReader reader = new CaptureLineReader(file);
            for (byte[] text = lines.next(); text != null; text = lines.next()) {
                line++;
                JsonNode object = parse(text);
                if (!object.isObject()) {
                    if (lines.wasWhole() || line == 1) {
                        throw broken(file, line);
                    }
                    notes.add(FormatNote.Kind.CUT_SHORT, text.length);
                } else if (reader.isRow(object, line)) {
                    sink.take(reader.entry(object, line));
                    rows++;
                }
                if (line % STEP == 0) {
                    working.at(lines.read(), size);
                }
            }
            if (lines.wasTooLong()) {
                throw new FormatException(new FormatProblem(FormatProblem.Kind.TOO_LARGE, file, line + 1, -1, ""));
            }
        }
        if (line == 0) {
            throw new FormatException(FormatProblem.of(FormatProblem.Kind.NOT_A_CAPTURE, file));
        }
        return notes.report(rows);
    }

    private static FormatException broken(Path file, long line) {
        return new FormatException(
                line == 1
                        ? FormatProblem.of(FormatProblem.Kind.NOT_A_CAPTURE, file)
                        : new FormatProblem(FormatProblem.Kind.BROKEN_JSON, file, line, -1, ""));
    }

    /** The line's value; a missing node where it is no JSON, and an empty object for an empty line. */
    private static JsonNode parse(byte[] text) throws IOException {
        if (isBlank(text)) {
            return CompactJson.MAPPER.createObjectNode();
        }
        try {
            JsonNode value = CompactJson.MAPPER.readTree(text);
            return value == null ? MissingNode.getInstance() : value;
        } catch (JsonProcessingException | java.io.CharConversionException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static boolean isBlank(byte[] text) {
        for (byte each : text) {
            if (each > ' ' || each < 0) {
                return false;
            }
        }
        return true;
    }
}

package io.sioscope.app.capture.format;

import java.util.List;

/**
 * What came of reading or writing a file.
 *
 * @param rows rows that were read or written
 * @param notes what was left out, if anything
 */
public record FormatReport(long rows, List<FormatNote> notes) {
    /** Keeps a copy of the list. */
    public FormatReport {
        notes = List.copyOf(notes);
    }
}

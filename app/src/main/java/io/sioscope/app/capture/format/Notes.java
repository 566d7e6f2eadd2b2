package io.sioscope.app.capture.format;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what is left out while a file is read or written. Belongs to one thread. */
final class Notes {
    private final Map<FormatNote.Kind, Long> counts = new EnumMap<>(FormatNote.Kind.class);

    void add(FormatNote.Kind kind, long count) {
        if (count > 0) {
            counts.merge(kind, count, Long::sum);
        }
    }

    FormatReport report(long rows) {
        List<FormatNote> notes = counts.entrySet().stream()
                .map(each -> new FormatNote(each.getKey(), each.getValue()))
                .toList();
        return new FormatReport(rows, notes);
    }
}

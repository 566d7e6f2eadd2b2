package io.sioscope.app.capture.format;

import io.sioscope.app.capture.Body;
import io.sioscope.app.capture.CaptureFile;
import io.sioscope.app.capture.Entry;
import io.sioscope.app.capture.Journal;
import io.sioscope.app.capture.JournalWriter;
import io.sioscope.app.capture.Layer;
import io.sioscope.app.capture.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Captures for tests, and what two captures must have in common. */
final class Samples {
    private Samples() {}

    /** A capture of these entries, in a new file. */
    static Path capture(Path folder, List<Entry> entries) throws IOException {
        Path path = Files.createTempFile(folder, "sample", ".siocap");
        JournalWriter writer = CaptureFile.create(path);
        try (writer) {
            entries.forEach(writer::append);
        }
        writer.journal().close();
        return path;
    }

    /** What remains of a Socket.IO packet in every format. */
    record Seen(
            long timeUs,
            String session,
            String link,
            String direction,
            String transport,
            String kind,
            String namespace,
            String socket,
            String event,
            long ackId,
            int size,
            Body body,
            String preview) {}

    /** The Socket.IO packets, in order. */
    static List<Seen> packets(Journal journal) {
        List<Seen> packets = new ArrayList<>();
        for (long n = 1; n <= journal.length(); n++) {
            Row row = journal.row(n);
            if (row.layer() == Layer.SOCKETIO) {
                packets.add(new Seen(
                        row.timeNanos() / 1_000,
                        row.session(),
                        row.link(),
                        row.direction().label(),
                        row.transport().label(),
                        row.kind(),
                        row.namespace(),
                        row.socket(),
                        row.event(),
                        row.ackId(),
                        row.size(),
                        journal.body(n),
                        journal.preview(n, 300)));
            }
        }
        return packets;
    }

    /** Which packet each acknowledgement answers, counting Socket.IO packets alone. */
    static List<Long> pairs(Journal journal) {
        List<Long> numbers = new ArrayList<>();
        for (long n = 1; n <= journal.length(); n++) {
            if (journal.layer(n) == Layer.SOCKETIO) {
                numbers.add(n);
            }
        }
        return numbers.stream()
                .map(n -> (long) numbers.indexOf(journal.row(n).pairs()))
                .toList();
    }
}

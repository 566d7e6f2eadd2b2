package io.sioscope.app.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.Where;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A million rows stay small in memory; nothing here is timed. */
class JournalScaleTest {
    private static final int ROWS = 1_000_000;

    @TempDir
    Path folder;

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void aMillionRowsTakeNextToNothingOfTheHeap() throws IOException {
        CaptureEvent.Packet sample = Taps.event(0, Taps.UP, "tick", "x".repeat(60));
        long before = usedHeap();
        Path path = folder.resolve("million.siocap");
        try (JournalWriter writer = CaptureFile.create(path);
                Journal journal = writer.journal()) {
            for (int i = 0; i < ROWS; i++) {
                Where where = Taps.at(i, (i & 1) == 0 ? Taps.UP : Taps.DOWN);
                writer.append(Entries.of(
                        "load",
                        new CaptureEvent.Packet(
                                where, "sock" + i % 500, sample.packet(), sample.raw(), sample.attachments())));
            }
            writer.commit();
            assertThat(usedHeap() - before).isLessThan(30L << 20);
            assertThat(journal.length()).isEqualTo(ROWS);
            assertThat(journal.row(ROWS).timeNanos()).isEqualTo(Taps.START_NANOS + (ROWS - 1) * 1_000_000L);
            assertThat(journal.row(123_457).socket()).isEqualTo("sock" + 123_456 % 500);
            assertThat(journal.body(ROWS)).isEqualTo(journal.body(1));
        }
        try (Journal again = CaptureFile.open(path).journal()) {
            assertThat(again.length()).isEqualTo(ROWS);
            FilteredView view = new FilteredView(again, Filter.ALL, new ViewScope(false, "", "", ROWS / 2));
            view.keepUp(Runnable::run);
            assertThat(view.size()).isEqualTo(ROWS / 2);
        }
    }
}

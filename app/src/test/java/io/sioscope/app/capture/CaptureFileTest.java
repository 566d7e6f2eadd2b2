package io.sioscope.app.capture;

import static io.sioscope.app.capture.Taps.DOWN;
import static io.sioscope.app.capture.Taps.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CaptureFileTest {
    private static final int HEADER = 16;

    private static Path sample() throws IOException {
        Path path = Files.createTempFile("sioscope-test", ".siocap");
        try (JournalWriter writer = CaptureFile.create(path);
                Journal journal = writer.journal()) {
            assertThat(journal.length()).isZero();
            var news = Taps.event(3, DOWN, "news", "z".repeat(60));
            Taps.record(writer, "one", Taps.asking(0, UP, 0, "q"), Taps.ping(1), Taps.ack(2, DOWN, 0, "a"), news, news);
            Taps.record(
                    writer,
                    "two",
                    Taps.event(4, UP, "bytes", new byte[] {1, 2, 3}),
                    Taps.http(5),
                    Taps.closed(6),
                    Taps.fault(7, "42["),
                    Taps.gap(8));
        }
        return path;
    }

    private static List<Object> everything(Journal journal) {
        List<Object> all = new ArrayList<>();
        for (long n = 1; n <= journal.length(); n++) {
            all.add(journal.row(n));
            all.add(journal.body(n));
            all.add(journal.details(n));
            all.add(journal.preview(n, 50));
        }
        return all;
    }

    @Test
    void whatWasWrittenIsReadAgain() throws IOException {
        Path path = Files.createTempFile("sioscope-test", ".siocap");
        JournalWriter writer = CaptureFile.create(path);
        Taps.record(
                writer, "one", Taps.asking(0, UP, 0, "q"), Taps.event(1, UP, "b", new byte[9]), Taps.ack(2, DOWN, 0));
        List<Object> written = everything(writer.journal());
        writer.close();
        writer.journal().close();

        CaptureFile.Opened opened = CaptureFile.open(path);
        assertThat(everything(opened.journal())).isEqualTo(written);
        assertThat(opened.leftOutBytes()).isZero();
        opened.journal().close();
        Files.delete(path);
    }

    @Test
    void aFileCutAnywhereOpensUpToItsLastWholeRecord() throws IOException {
        Path path = sample();
        byte[] whole = Files.readAllBytes(path);
        CaptureFile.Opened full = CaptureFile.open(path);
        long rows = full.journal().length();
        full.journal().close();
        long before = 0;
        for (int length = HEADER; length < whole.length; length++) {
            Files.write(path, java.util.Arrays.copyOf(whole, length));
            CaptureFile.Opened cut = CaptureFile.open(path);
            assertThat(cut.journal().length()).isBetween(before, rows);
            assertThat(cut.goodUntil() + cut.leftOutBytes()).isEqualTo(length);
            assertThat(everything(cut.journal())).hasSize((int) cut.journal().length() * 4);
            before = cut.journal().length();
            cut.journal().close();
        }
        assertThat(before).isEqualTo(rows - 1);
        Files.delete(path);
    }

    @Test
    void aCutHeaderIsNoCapture() throws IOException {
        Path path = sample();
        byte[] whole = Files.readAllBytes(path);
        for (int length = 0; length < HEADER; length++) {
            Files.write(path, java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> CaptureFile.open(path)).isInstanceOf(CaptureFileException.class);
        }
        Files.delete(path);
    }

    @Test
    void aNewerVersionIsSaidToBeOne() throws IOException {
        Path path = sample();
        byte[] bytes = Files.readAllBytes(path);
        bytes[11] = 9;
        Files.write(path, bytes);
        assertThatThrownBy(() -> CaptureFile.open(path))
                .isInstanceOfSatisfying(CaptureFileException.class, problem -> assertThat(problem.problem())
                        .isEqualTo(CaptureFileException.Problem.NEWER_VERSION));
        Files.delete(path);
    }

    @Property(tries = 300)
    void aChangedByteEndsReadingThereAndHarmsNothingBefore(
            @ForAll @IntRange(min = HEADER, max = 900) int at, @ForAll byte value) throws IOException {
        Path path = sample();
        byte[] bytes = Files.readAllBytes(path);
        int place = Math.min(at, bytes.length - 1);
        boolean same = bytes[place] == value;
        bytes[place] = value;
        Files.write(path, bytes);
        CaptureFile.Opened opened = CaptureFile.open(path);
        assertThat(opened.leftOutBytes() == 0).isEqualTo(same);
        assertThat(opened.goodUntil()).isLessThanOrEqualTo(same ? bytes.length : place);
        everything(opened.journal());
        opened.journal().close();
        Files.delete(path);
    }

    /** A record whose checksum is right but whose payload is anything. */
    @Property(tries = 500)
    void recordsWithAnythingInThemAreEitherReadOrLeftOut(@ForAll @Size(min = 1, max = 120) byte[] payload)
            throws IOException {
        payload[0] = 1;
        RecordBuffer file = new RecordBuffer();
        file.putLong(0x8953_494f_4341_500aL);
        file.putInt(1);
        file.putInt(0);
        CRC32C checksum = new CRC32C();
        checksum.update(payload);
        file.putInt(payload.length);
        file.putInt((int) checksum.getValue());
        file.putBytes(payload);
        Path path = Files.createTempFile("sioscope-test", ".siocap");
        byte[] bytes = new byte[file.length()];
        file.toBuffer().get(bytes);
        Files.write(path, bytes);
        CaptureFile.Opened opened = CaptureFile.open(path);
        assertThat(opened.journal().length()).isBetween(0L, 1L);
        everything(opened.journal());
        opened.journal().close();
        Files.delete(path);
    }

    @Property(tries = 300)
    void randomBytesAreNoCaptureOrAnEmptyOne(@ForAll @Size(max = 200) byte[] bytes) throws IOException {
        Path path = Files.createTempFile("sioscope-test", ".siocap");
        Files.write(path, bytes);
        assertThatThrownBy(() -> CaptureFile.open(path)).isInstanceOf(CaptureFileException.class);
        Files.delete(path);
    }
}

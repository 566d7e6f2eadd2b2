package io.sioscope.app.capture;

import static io.sioscope.app.capture.Taps.DOWN;
import static io.sioscope.app.capture.Taps.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.SocketPacket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path folder;

    private JournalWriter writer;
    private Journal journal;

    @BeforeEach
    void create() throws IOException {
        writer = CaptureFile.create(folder.resolve("test.siocap"));
        journal = writer.journal();
    }

    @AfterEach
    void close() throws IOException {
        writer.close();
        journal.close();
    }

    @Test
    void rowsShowWhatWasTold() {
        Taps.record(writer, "client", Taps.event(5, UP, "chat", "hello", 42));

        Row row = journal.row(1);
        assertThat(journal.length()).isEqualTo(1);
        assertThat(row.timeNanos()).isEqualTo(Taps.START_NANOS + 5_000_000);
        assertThat(row.layer()).isEqualTo(Layer.SOCKETIO);
        assertThat(row.kind()).isEqualTo("event");
        assertThat(row.direction()).isEqualTo(UP);
        assertThat(row.session()).isEqualTo("client");
        assertThat(row.link()).isEqualTo("link1");
        assertThat(row.namespace()).isEqualTo("/");
        assertThat(row.socket()).isEqualTo("sock1");
        assertThat(row.event()).isEqualTo("chat");
        assertThat(row.ackId()).isEqualTo(SocketPacket.NO_ACK);
        assertThat(row.size()).isEqualTo("42[\"chat\",\"hello\",42]".length());
        assertThat(row.binary()).isFalse();
        assertThat(row.ackState()).isEqualTo(AckState.NONE);
        assertThat(journal.preview(1, 100)).isEqualTo("\"hello\",42");
        assertThat(journal.body(1).raw()).isEqualTo(Bytes.utf8("42[\"chat\",\"hello\",42]"));
    }

    @Test
    void rowsThatAreNotCommittedAreNotSeen() {
        writer.append(Entries.of("client", Taps.event(0, UP, "a")));

        assertThat(journal.length()).isZero();
        assertThatThrownBy(() -> journal.row(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void everyLayerKeepsItsDetails() {
        Taps.record(writer, "s", Taps.ping(1), Taps.http(2), Taps.closed(3), Taps.fault(4, "42[\"x\""), Taps.gap(5));

        assertThat(journal.row(1).kind()).isEqualTo("ping");
        assertThat(journal.row(2).kind()).isEqualTo("get");
        assertThat(journal.row(2).size()).isEqualTo(42);
        assertThat(((Details.Http) journal.details(2)).status()).isEqualTo(200);
        assertThat(((Details.Http) journal.details(2)).responseHeaders())
                .containsExactly(new Header("Content-Type", "text/plain"));
        assertThat(journal.details(3))
                .isEqualTo(new Details.Link(
                        new CaptureEvent.LinkChange.Closed("transport close", "the peer went away")));
        assertThat(journal.row(4).kind()).isEqualTo("json-syntax");
        assertThat(journal.details(4)).isEqualTo(new Details.Fault("JSON_SYNTAX", 3, ""));
        assertThat(journal.body(4).raw()).isEqualTo(Bytes.utf8("42[\"x\""));
        assertThat(journal.details(5))
                .isEqualTo(new Details.Gap(17, 1_700, Taps.START_NANOS + 10_000_000));
        assertThat(journal.preview(2, 200)).isEqualTo("GET /socket.io/?EIO=4&transport=polling&sid=link1 200");
        assertThat(journal.preview(3, 200)).isEqualTo("transport close: the peer went away");
    }

    @Test
    void previewsShowBinaryByItsSizeAndFirstBytesAndEndWithAnEllipsis() {
        byte[] image = new byte[2_100];
        image[0] = (byte) 0x89;
        image[1] = 0x50;
        image[2] = 0x4e;
        Taps.record(writer, "s", Taps.event(0, UP, "image", "a.png", image, new byte[] {1}));

        assertThat(journal.row(1).binary()).isTrue();
        assertThat(journal.preview(1, 100)).isEqualTo("\"a.png\",‹2.1 kB 89 50 4E…›,‹1 B 01›");
        assertThat(journal.preview(1, 4)).isEqualTo("\"a.…");
        assertThat(journal.body(1).attachments()).containsExactly(Bytes.wrap(image), Bytes.wrap(new byte[] {1}));
    }

    @Test
    void aBroadcastsBodyIsInTheFileOnce() {
        CaptureEvent.Packet first = Taps.event(0, DOWN, "news", "x".repeat(100_000));
        Taps.record(writer, "s", first);
        long before = journal.fileBytes();
        for (int i = 0; i < 100; i++) {
            Taps.record(
                    writer,
                    "s",
                    new CaptureEvent.Packet(Taps.at(i, DOWN), "other" + i, first.packet(), first.raw(), List.of()));
        }

        assertThat(journal.fileBytes() - before).isLessThan(20_000);
        assertThat(journal.body(101)).isEqualTo(journal.body(1));
        assertThat(journal.preview(101, 5)).isEqualTo("\"xxx…");
        assertThat(journal.row(101).size()).isEqualTo(journal.row(1).size());
    }

    @Test
    void namesThatAreTooLongOrTooManyAreReadFromTheFile() throws IOException {
        JournalLimits tiny = new JournalLimits(1 << 20, 2, 2, 10);
        try (JournalWriter small = CaptureFile.create(folder.resolve("tiny.siocap"), tiny);
                Journal read = small.journal()) {
            String longest = "e".repeat(300);
            Taps.record(small, "one", Taps.event(0, UP, longest), Taps.event(1, UP, "a"), Taps.event(2, UP, "b"));
            Taps.record(small, "two", Taps.event(3, UP, "c"));
            Taps.record(small, "three", Taps.event(4, UP, "d"));

            assertThat(read.row(1).event()).isEqualTo(longest);
            assertThat(read.row(4).event()).isEqualTo("c");
            assertThat(read.row(5).event()).isEqualTo("d");
            assertThat(read.row(5).session()).isEqualTo("three");
            assertThat(read.events().values()).containsExactly("a", "b");
            assertThat(read.places()).hasSize(2);
        }
    }

    @Test
    void anInterruptedReaderStillReadsAndHarmsNobody() {
        Taps.record(writer, "s", Taps.event(0, UP, "a", "text"));
        Thread.currentThread().interrupt();
        String preview = journal.preview(1, 20);
        boolean stillInterrupted = Thread.interrupted();

        assertThat(preview).isEqualTo("\"text\"");
        assertThat(stillInterrupted).isTrue();
        assertThat(journal.body(1).omitted()).isFalse();
    }

    @Test
    void afterClosingRowsStayAndBodiesDoNot() throws IOException {
        Taps.record(writer, "s", Taps.event(0, UP, "a", "text"));
        journal.close();

        assertThat(journal.row(1).event()).isEqualTo("a");
        assertThat(journal.preview(1, 20)).isEmpty();
        assertThat(journal.body(1).omitted()).isTrue();
        assertThatThrownBy(() -> journal.entry(1)).isInstanceOf(IOException.class);
    }

    @Test
    void distinctNamesAreKeptForCompletion() {
        Taps.record(writer, "a", Taps.event(0, UP, "x"), Taps.event(0, UP, "y"), Taps.event(0, UP, "x"));
        Taps.record(writer, "b", Taps.event(0, UP, "x"));

        assertThat(journal.sessions().values()).containsExactly("a", "b");
        assertThat(journal.events().values()).containsExactly("x", "y");
        assertThat(journal.namespaces().values()).containsExactly("/");
        assertThat(journal.sockets().values()).containsExactly("sock1");
        assertThat(journal.places()).hasSize(2);
    }

    @Test
    void secretsAreNoticed() {
        Taps.record(writer, "s", Taps.packet(Taps.at(0, UP), new SocketPacket.Connect("/", Arguments.of(new Object[] {
            java.util.Map.of()
        }))));
        assertThat(journal.secrets()).isEmpty();

        Taps.record(writer, "s", Taps.packet(Taps.at(0, UP), new SocketPacket.Connect("/", Arguments.of(
                java.util.Map.of("token", "t")))));
        Taps.record(writer, "s", Taps.http(1, new Header("Cookie", "a=b"), new Header("authorization", "x")));
        assertThat(journal.secrets()).containsExactlyInAnyOrder(Secret.values());
    }

    @Test
    void beyondTheLimitBodiesAreLeftOutFirstAndThenRowsWhichAGapTells() throws IOException {
        Path path = folder.resolve("full.siocap");
        JournalWriter full = CaptureFile.create(path, JournalLimits.ofFileBytes(4_000));
        int taken = 0;
        for (int i = 0; i < 200; i++) {
            taken += full.append(Entries.of("s", Taps.event(i, UP, "e", "y".repeat(200)))) == null ? 0 : 1;
        }
        full.close();
        try (Journal read = full.journal()) {
            assertThat(taken).isBetween(20, 199);
            assertThat(read.length()).isEqualTo(taken + 1);
            assertThat(read.row(taken).bodyOmitted()).isTrue();
            assertThat(read.row(taken).size()).isEqualTo(read.row(1).size());
            assertThat(read.row(taken + 1).layer()).isEqualTo(Layer.GAP);
            assertThat(((Details.Gap) read.details(taken + 1)).events()).isEqualTo(200 - taken);
            assertThat(path.toFile().length()).isLessThan(6_000);
        }
    }
}

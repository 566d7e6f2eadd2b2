package io.sioscope.app.capture.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sioscope.app.capture.AckState;
import io.sioscope.app.capture.Details;
import io.sioscope.app.capture.Journal;
import io.sioscope.app.capture.Layer;
import io.sioscope.app.capture.Row;
import io.sioscope.app.capture.Secret;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarReaderTest {
    @TempDir
    Path folder;

    private Path file(String json) throws IOException {
        return Files.writeString(folder.resolve("test.har"), json);
    }

    private Imported chrome() throws Exception {
        Path path = folder.resolve("chrome.har");
        try (InputStream in = Objects.requireNonNull(HarReaderTest.class.getResourceAsStream("chrome.har"))) {
            Files.copy(in, path);
        }
        return CaptureFormats.open(path, folder, Progress.NONE);
    }

    private static List<String> rows(Journal journal, Layer layer) {
        List<String> rows = new ArrayList<>();
        for (long n = 1; n <= journal.length(); n++) {
            Row row = journal.row(n);
            if (row.layer() == layer) {
                rows.add(row.direction().label().charAt(3) + " " + row.kind() + " " + row.namespace() + " "
                        + row.event() + " " + journal.preview(n, 60));
            }
        }
        return rows;
    }

    @Test
    void chromesPollingAndWebSocketBecomeOneDecodedConnection() throws Exception {
        try (Imported har = chrome()) {
            Journal journal = har.journal();
            assertThat(rows(journal, Layer.SOCKETIO))
                    .containsExactly(
                            "s connect /  {\"token\":\"t\"}",
                            "s connect /chat  ",
                            "c connect /  {\"sid\":\"S-root\"}",
                            "c connect /chat  {\"sid\":\"S-chat\"}",
                            "c event / pic ‹4 B 01 02 03…›",
                            "s event /chat chat {\"a\":1}",
                            "c ack /chat  \"ok\"",
                            "s event / upload ‹4 B 01 02 03…›");
            assertThat(rows(journal, Layer.ENGINEIO))
                    .extracting(row -> row.split(" ", -1)[1])
                    .containsExactly("open", "ping", "pong", "upgrade", "ping", "pong");
            assertThat(rows(journal, Layer.FAULT)).hasSize(1);
            assertThat(rows(journal, Layer.HTTP)).hasSize(3);
            for (long n = 1; n <= journal.length(); n++) {
                assertThat(journal.row(n).link()).isEqualTo("E-1");
                assertThat(journal.row(n).session()).isEqualTo("chrome.har");
            }
        }
    }

    @Test
    void acksArePairedSocketsKnownAndTimesExact() throws Exception {
        try (Imported har = chrome()) {
            Journal journal = har.journal();
            Row ack = null;
            for (long n = 1; n <= journal.length(); n++) {
                ack = journal.row(n).kind().equals("ack") ? journal.row(n) : ack;
            }
            assertThat(ack).isNotNull();
            assertThat(ack.ackState()).isEqualTo(AckState.ANSWER);
            assertThat(ack.latencyNanos()).isEqualTo(3_400_000);
            assertThat(ack.socket()).isEqualTo("S-chat");
            assertThat(ack.transport()).isEqualTo(Transport.WEBSOCKET);
            assertThat(ack.timeNanos()).isEqualTo(1_767_261_600_203_400_000L);
            assertThat(journal.body(ack.pairs()).raw()).isEqualTo(Bytes.utf8("42/chat,0[\"chat\",{\"a\":1}]"));
            assertThat(journal.secrets()).containsExactlyInAnyOrder(Secret.AUTH, Secret.COOKIES);
        }
    }

    @Test
    void whatWasPassedOverIsCounted() throws Exception {
        try (Imported har = chrome()) {
            assertThat(har.report().notes())
                    .containsExactlyInAnyOrder(
                            new FormatNote(FormatNote.Kind.OTHER_ENTRIES, 1),
                            new FormatNote(FormatNote.Kind.OLDER_ENGINE, 1),
                            new FormatNote(FormatNote.Kind.BROKEN_ENTRIES, 1),
                            new FormatNote(FormatNote.Kind.BROKEN_MESSAGES, 2));
            assertThat(har.report().rows()).isEqualTo(har.journal().length());
        }
    }

    @Test
    void theEntryNeedsNeitherSidNorTimeNorResponse() throws Exception {
        Path path = file("""
                {"log":{"entries":[{"request":{"url":"wss://h/socket.io/?EIO=4&transport=websocket"},
                "_webSocketMessages":[
                {"type":"receive","time":1.5,"opcode":1,"data":"0{\\"sid\\":\\"X\\",\\"pingInterval\\":1,\\"pingTimeout\\":1}"},
                {"type":"send","time":2,"opcode":1,"data":"42[\\"a\\"]"}]}]}}
                """);
        try (Imported har = CaptureFormats.open(path, folder, Progress.NONE)) {
            assertThat(har.journal().length()).isEqualTo(3);
            assertThat(har.journal().row(3).event()).isEqualTo("a");
            assertThat(har.journal().row(3).link()).isEqualTo("X");
            assertThat(har.journal().row(3).timeNanos()).isEqualTo(2_000_000_000L);
            assertThat(har.journal().details(1)).isInstanceOf(Details.Link.class);
        }
    }

    @Test
    void aPacketWhoseAttachmentNeverCameIsShownAsItsMessage() throws Exception {
        Path path = file("""
                {"log":{"entries":[{"request":{"url":"ws://h/?EIO=4"},"_webSocketMessages":[
                {"type":"send","time":2,"opcode":1,"data":"451-[\\"a\\",{\\"_placeholder\\":true,\\"num\\":0}]"}]}]}}
                """);
        try (Imported har = CaptureFormats.open(path, folder, Progress.NONE)) {
            assertThat(har.journal().row(2).layer()).isEqualTo(Layer.ENGINEIO);
            assertThat(har.journal().row(2).kind()).isEqualTo("message");
        }
    }

    @Test
    void longAndShortMessagesOutOfOrderAreSortedByTheirTimes() throws Exception {
        StringBuilder messages = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            String padding = "x".repeat(i % 3 == 0 ? 300_000 : 10);
            messages.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"send\",\"opcode\":1,\"time\":")
                    .append(100 - i)
                    .append(",\"data\":\"42[\\\"e")
                    .append(i)
                    .append("\\\",\\\"")
                    .append(padding)
                    .append("\\\"]\"}");
        }
        Path path = file("{\"log\":{\"entries\":[{\"_webSocketMessages\":[" + messages
                + "],\"request\":{\"url\":\"ws://h/?EIO=4&sid=a\"}}]}}");
        try (Imported har = CaptureFormats.open(path, folder, Progress.NONE)) {
            Journal journal = har.journal();
            assertThat(journal.length()).isEqualTo(41);
            for (int i = 0; i < 40; i++) {
                Row row = journal.row(41 - i);
                assertThat(row.event()).isEqualTo("e" + i);
                assertThat(row.link()).isEqualTo("a");
                assertThat(row.size()).isGreaterThan(i % 3 == 0 ? 300_000 : 10);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "1", "null", "{\"log\":[]}", "{\"log\":{}}", "{\"log\":{\"entries\":{}}}"})
    void whatIsNoHarIsSaidToBeNone(String json) throws IOException {
        assertThat(problem(json).kind()).isEqualTo(FormatProblem.Kind.NOT_A_CAPTURE);
    }

    @Test
    void brokenJsonIsToldWithItsLine() throws IOException {
        FormatProblem problem = problem("{\"log\":{\n\"entries\":[\n{\"a\":]}}");
        assertThat(problem.kind()).isEqualTo(FormatProblem.Kind.BROKEN_JSON);
        assertThat(problem.line()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "7",
                "[]",
                "{\"request\":7}",
                "{\"request\":{\"url\":7}}",
                "{\"request\":{\"url\":\"http://h/page\"}}",
                "{\"request\":{\"url\":\"ws://h/\"},\"_webSocketMessages\":[]}",
                "{\"request\":{\"url\":\"ws://h/?EIO=3\"},\"_webSocketMessages\":[]}",
            })
    void entriesThatSayNothingAreNoReasonToFailButToSaySo(String entry) throws IOException {
        assertThat(problem("{\"log\":{\"entries\":[" + entry + "]}}").kind())
                .isEqualTo(FormatProblem.Kind.NOTHING_IN_IT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[]",
                "{\"type\":\"send\",\"time\":\"1\",\"opcode\":1,\"data\":\"2\"}",
                "{\"type\":\"send\",\"time\":1e400,\"opcode\":1,\"data\":\"2\"}",
                "{\"type\":\"send\",\"time\":1e-2000000000,\"opcode\":1,\"data\":\"2\"}",
                "{\"type\":\"send\",\"time\":1,\"opcode\":8,\"data\":\"2\"}",
                "{\"type\":\"send\",\"time\":1,\"opcode\":2,\"data\":\"%%\"}",
                "{\"type\":\"send\",\"time\":1,\"opcode\":1,\"data\":null}",
                "{\"type\":7,\"time\":1,\"opcode\":1,\"data\":\"2\"}",
            })
    void brokenMessagesArePassedOver(String message) throws Exception {
        Path path = file("{\"log\":{\"entries\":[{\"request\":{\"url\":\"ws://h/?EIO=4&sid=a\"},"
                + "\"_webSocketMessages\":[" + message + ",{\"type\":\"send\",\"time\":1,\"opcode\":1,\"data\":\"42[1]\"}]}]}}");
        try (Imported har = CaptureFormats.open(path, folder, Progress.NONE)) {
            assertThat(har.report().notes()).containsExactly(new FormatNote(FormatNote.Kind.BROKEN_MESSAGES, 1));
            assertThat(rows(har.journal(), Layer.SOCKETIO)).hasSize(1);
        }
    }

    private FormatProblem problem(String json) throws IOException {
        Path path = file(json);
        FormatProblem[] found = new FormatProblem[1];
        assertThatThrownBy(() -> CaptureFormats.open(path, folder, Progress.NONE))
                .isInstanceOfSatisfying(FormatException.class, failed -> found[0] = failed.problem());
        return found[0];
    }
}

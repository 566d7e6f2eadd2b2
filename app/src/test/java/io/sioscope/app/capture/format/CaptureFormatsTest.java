package io.sioscope.app.capture.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.app.capture.Entries;
import io.sioscope.app.capture.Entry;
import io.sioscope.app.capture.Taps;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.SocketPacket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CaptureFormatsTest {
    private static final String HEADER = "{\"format\":\"sioscope-capture\",\"version\":1}\n";

    @TempDir
    Path folder;

    private Path sample() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            entries.add(Entries.of("s", Taps.event(i, Taps.UP, "e" + i % 3, i)));
        }
        return Samples.capture(folder, entries);
    }

    private FormatProblem problem(Path file) {
        FormatException failed = catchThrowableOfType(
                FormatException.class, () -> CaptureFormats.open(file, folder, Progress.NONE).close());
        assertThat(failed).isNotNull();
        return failed.problem();
    }

    private long files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.count();
        }
    }

    @ParameterizedTest
    @EnumSource(CaptureFormat.class)
    void selectedRowsAreExported(CaptureFormat format) throws Exception {
        Path target = folder.resolve("out" + format.ending().toUpperCase(Locale.ROOT));
        try (Imported source = CaptureFormats.open(sample(), folder, Progress.NONE)) {
            FormatReport report =
                    CaptureFormats.export(source.journal(), n -> n % 3 == 1, target, Progress.NONE);
            assertThat(report).isEqualTo(new FormatReport(1_000, List.of()));
        }
        try (Imported back = CaptureFormats.open(target, folder, Progress.NONE)) {
            assertThat(Samples.packets(back.journal())).hasSize(1_000).allMatch(seen -> seen.event().equals("e0"));
        }
        assertThat(files()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(CaptureFormat.class)
    void aCancelledExportLeavesNothingBehindAndTheOldFileAsItWas(CaptureFormat format) throws Exception {
        Path target = folder.resolve("out" + format.ending());
        Files.writeString(target, "old");
        try (Imported source = CaptureFormats.open(sample(), folder, Progress.NONE)) {
            assertThatThrownBy(() -> CaptureFormats.export(source.journal(), n -> true, target, (done, total) -> false))
                    .isInstanceOfSatisfying(FormatException.class, failed -> assertThat(
                                    failed.problem().kind())
                            .isEqualTo(FormatProblem.Kind.CANCELLED));
        }
        assertThat(target).hasContent("old");
        assertThat(files()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(CaptureFormat.class)
    void aFolderThatCannotBeWrittenToIsSaidToBeSo(CaptureFormat format) throws Exception {
        Path target = folder.resolve("missing").resolve("out" + format.ending());
        try (Imported source = CaptureFormats.open(sample(), folder, Progress.NONE)) {
            assertThatThrownBy(() -> CaptureFormats.export(source.journal(), n -> true, target, Progress.NONE))
                    .isInstanceOfSatisfying(FormatException.class, failed -> {
                        assertThat(failed.problem().kind()).isEqualTo(FormatProblem.Kind.NOT_WRITABLE);
                        assertThat(failed.problem().file()).isEqualTo(target);
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(CaptureFormat.class)
    void anInterruptedWorkerWasCancelled(CaptureFormat format) throws Exception {
        Path target = folder.resolve("out" + format.ending());
        try (Imported source = CaptureFormats.open(sample(), folder, Progress.NONE)) {
            FormatException failed = catchThrowableOfType(
                    FormatException.class,
                    () -> CaptureFormats.export(
                            source.journal(),
                            n -> {
                                Thread.currentThread().interrupt();
                                return true;
                            },
                            target,
                            Progress.NONE));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(failed).isNotNull();
            assertThat(failed.problem().kind()).isEqualTo(FormatProblem.Kind.CANCELLED);
        }
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void progressGrowsToItsTotal() throws Exception {
        List<Long> seen = new ArrayList<>();
        try (Imported source = CaptureFormats.open(sample(), folder, Progress.NONE)) {
            CaptureFormats.export(source.journal(), n -> true, folder.resolve("p.jsonl"), (done, total) -> {
                assertThat(done).isLessThanOrEqualTo(total);
                return seen.add(done);
            });
        }
        assertThat(seen).isSorted().hasSizeGreaterThan(1);
    }

    @Test
    void anEndingThatIsNotKnownAMissingFileAndAFolderAreToldApart() {
        assertThat(problem(folder.resolve("a.txt")).kind()).isEqualTo(FormatProblem.Kind.UNKNOWN_ENDING);
        assertThat(problem(folder.resolve("a.har")).kind()).isEqualTo(FormatProblem.Kind.NOT_FOUND);
        assertThat(problem(folder.resolve("a.siocap")).kind()).isEqualTo(FormatProblem.Kind.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello                              | NOT_A_CAPTURE | 0 | ''",
                "{\"format\":\"x\",\"version\":1}   | NOT_A_CAPTURE | 0 | ''",
                "{\"format\":\"sioscope-capture\",\"version\":2} | NEWER_VERSION | 0 | 2",
                "{\"n\":1}                          | NOT_A_CAPTURE | 0 | ''",
                "HEADER{\"n\":1}                    | BAD_FIELD     | 2 | layer",
                "HEADER{\"layer\":\"link\"}         | BAD_FIELD     | 2 | kind",
                "HEADER{\"layer\":\"link\",\"kind\":\"closed\"} | BAD_FIELD | 2 | time",
                "HEADER{\"layer\":\"socketio\",\"kind\":\"event\",\"timeUs\":1} | BAD_FIELD | 2 | direction",
                "HEADER{\"layer\":\"engineio\",\"kind\":\"ping\",\"timeUs\":1,\"direction\":\"to-server\",\"rawBase64\":\"%\"} | BAD_FIELD | 2 | rawBase64",
                "HEADERnonsense                     | BROKEN_JSON   | 2 | ''",
            })
    void brokenLinesAreToldWithTheirPlace(String text, FormatProblem.Kind kind, long line, String detail)
            throws IOException {
        Path file = folder.resolve("broken.jsonl");
        Files.writeString(file, text.replace("HEADER", HEADER) + "\n");
        FormatProblem problem = problem(file);

        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.detail()).isEqualTo(detail);
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void aLastLineCutShortIsPassedOverAndCounted() throws Exception {
        Path whole = folder.resolve("whole.jsonl");
        CaptureFormats.convert(sample(), whole, Progress.NONE);
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.jsonl");
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length - 20));

        try (Imported imported = CaptureFormats.open(cut, folder, Progress.NONE)) {
            assertThat(imported.journal().length()).isEqualTo(2_999);
            assertThat(imported.report().notes())
                    .extracting(FormatNote::kind)
                    .containsExactly(FormatNote.Kind.CUT_SHORT);
        }
    }

    @Test
    void whatTheCommandLinePrintedIsACaptureToo() throws Exception {
        Path file = folder.resolve("printed.jsonl");
        Files.writeString(file, """
                {"type":"listening","url":"http://localhost:3000"}
                {"type":"packet","n":1,"time":"2026-01-01T10:00:00.005Z","session":"h","direction":"to-server","transport":"websocket","layer":"socketio","kind":"event","namespace":"/","event":"a","args":[1],"size":9,"raw":"42[\\"a\\",1]"}

                {"type":"disconnect"}
                """);
        try (Imported imported = CaptureFormats.open(file, folder, Progress.NONE)) {
            assertThat(imported.journal().length()).isEqualTo(1);
            assertThat(imported.journal().row(1).timeNanos()).isEqualTo(Taps.START_NANOS + 5_000_000);
            assertThat(imported.journal().preview(1, 9)).isEqualTo("1");
        }
    }

    @Test
    void harIsWrittenInTheShapeThatReadersExpect() throws Exception {
        List<Entry> entries = new ArrayList<>();
        CaptureEvent polled = Taps.packet(
                Taps.at("link1", 2, Taps.DOWN, Transport.POLLING),
                SocketPacket.Event.of("/", "p", Arguments.of(new byte[] {1})));
        for (CaptureEvent event : List.of(
                Taps.http(2, new Header("Cookie", "a=b")),
                polled,
                Taps.event(3, Taps.UP, "u", "é"),
                Taps.event(4, Taps.DOWN, "d", new byte[] {1, 2, 3}),
                Taps.closed(5),
                Taps.gap(6))) {
            entries.add(Entries.of("s", event));
        }
        Path har = folder.resolve("shape.har");
        CaptureFormats.Conversion done = CaptureFormats.convert(Samples.capture(folder, entries), har, Progress.NONE);
        JsonNode log = CompactJson.MAPPER.readTree(har.toFile()).path("log");

        assertThat(done.written().notes())
                .containsExactly(new FormatNote(FormatNote.Kind.ROWS_WITHOUT_PLACE, 2));
        assertThat(log.path("version").asText()).isEqualTo("1.2");
        JsonNode get = log.path("entries").get(0);
        assertThat(get.path("request").path("method").asText()).isEqualTo("GET");
        assertThat(get.path("request").path("headers").get(0).path("name").asText()).isEqualTo("Cookie");
        assertThat(get.path("response").path("content").path("text").asText())
                .isEqualTo("451-[\"p\",{\"_placeholder\":true,\"num\":0}]\u001ebAQ==");
        JsonNode socket = log.path("entries").get(1);
        assertThat(socket.path("_resourceType").asText()).isEqualTo("websocket");
        assertThat(socket.path("request").path("url").asText())
                .isEqualTo("ws://localhost:3000/socket.io/?EIO=4&transport=websocket&sid=link1");
        JsonNode messages = socket.path("_webSocketMessages");
        assertThat(messages.get(0).toString())
                .isEqualTo("{\"type\":\"send\",\"time\":1767261600.003000,\"opcode\":1,\"data\":\"42[\\\"u\\\",\\\"é\\\"]\"}");
        assertThat(messages.get(2).path("opcode").asInt()).isEqualTo(2);
        assertThat(messages.get(2).path("data").asText()).isEqualTo("AQID");
        for (String required : List.of("startedDateTime", "time", "request", "response", "cache", "timings")) {
            assertThat(socket.has(required)).as(required).isTrue();
        }
    }

    @Property(tries = 400)
    void anyBytesGetAnAnswerFromEveryReader(@ForAll @Size(max = 300) byte[] bytes) throws Exception {
        hostile(bytes);
    }

    @Property(tries = 400)
    void anyTextBehindAHeaderGetsAnAnswer(@ForAll String text) throws Exception {
        hostile((HEADER + text).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        hostile(("{\"log\":{\"entries\":[" + text).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void aThousandNestedArraysGetAnAnswer() throws Exception {
        String deep = "[".repeat(100_000);
        hostile((HEADER + deep + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        hostile(("{\"log\":{\"entries\":" + deep).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        hostile(("{\"x\":" + deep).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void hostile(byte[] bytes) throws Exception {
        Path folder = Files.createTempDirectory("sioscope-test");
        for (CaptureFormat format : CaptureFormat.values()) {
            Path file = folder.resolve("x" + format.ending());
            Files.write(file, bytes);
            try (Imported imported = CaptureFormats.open(file, folder, Progress.NONE)) {
                assertThat(imported.journal().length()).isNotNegative();
            } catch (FormatException told) {
                assertThat(new FormatTexts(Locale.ENGLISH).message(told.problem())).isNotBlank();
            }
            Files.delete(file);
        }
        Files.delete(folder);
    }

    @ParameterizedTest
    @CsvSource({"en", "fr"})
    void everythingHasItsWords(String language) {
        FormatTexts texts = new FormatTexts(Locale.of(language));
        for (FormatProblem.Kind kind : FormatProblem.Kind.values()) {
            FormatProblem problem = new FormatProblem(kind, Path.of("a.har"), 3, -1, "detail");
            assertThat(texts.message(problem)).contains("a.har").contains("3").doesNotContain("{");
            assertThat(texts.hint(problem)).isNotBlank();
        }
        for (FormatNote.Kind kind : FormatNote.Kind.values()) {
            assertThat(texts.note(new FormatNote(kind, 1_234))).containsPattern("1.?234");
        }
    }
}

package io.sioscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --capture}, {@code show} and {@code convert}. */
class CliFilesTest {
    @TempDir
    Path folder;

    /** Runs an exchange and captures it on the client's side. */
    private Path captured(String name) {
        Path file = folder.resolve(name);
        try (CliHarness host = CliHarness.start("host", "--port", "0", "--echo", "--json")) {
            String url = host.await("listening").path("url").asText();
            CliHarness connect = CliHarness.run(
                    "connect", url, "--transport", "websocket", "--json", "--capture", file.toString(), "--namespace",
                    "/chat", "--emit", "save", "--arg", "{\"text\":\"été\"}", "--ack", "20s", "--wait-for", "save");
            assertThat(connect.exitCode()).as(connect.out() + connect.err()).isZero();
        }
        return file;
    }

    private static List<String> kinds(CliHarness shown) {
        return shown.objects("packet").stream()
                .filter(line -> line.path("layer").asText().equals("socketio"))
                .map(line -> line.path("kind").asText() + " " + line.path("direction").asText())
                .toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c.siocap", "c.jsonl", "c.har"})
    void whatWasCapturedIsShown(String name) throws IOException {
        Path file = captured(name);
        assertThat(files()).as("nothing else is left").containsExactly(file);

        CliHarness shown = CliHarness.run("show", file.toString(), "--json");
        assertThat(shown.exitCode()).as(shown.err()).isZero();
        assertThat(kinds(shown))
                .contains(
                        "connect to-server", "connect to-client", "event to-server", "event to-client", "ack to-client");
        JsonNode event = shown.objects("packet").stream()
                .filter(line -> line.path("event").asText().equals("save"))
                .findFirst()
                .orElseThrow();
        assertThat(event.path("namespace").asText()).isEqualTo("/chat");
        assertThat(event.path("args").toString()).isEqualTo("[{\"text\":\"été\"}]");
        assertThat(event.path("raw").asText()).isEqualTo("42/chat,0[\"save\",{\"text\":\"été\"}]");
        JsonNode ack = shown.objects("packet").stream()
                .filter(line -> line.path("kind").asText().equals("ack"))
                .findFirst()
                .orElseThrow();
        assertThat(ack.path("pairs").asLong()).isEqualTo(event.path("n").asLong());
        assertThat(ack.path("latencyMs").isNumber()).isTrue();
    }

    @Test
    void aFilterAndACountNarrowIt() {
        String file = captured("c.siocap").toString();
        assertThat(CliHarness.run("show", file, "event:save", "dir:in", "--count").out()).isEqualTo("1\n");
        assertThat(CliHarness.run("show", file, "event:save dir:out", "--count", "--json").out()).isEqualTo("1\n");
        assertThat(CliHarness.run("show", file, "event:none", "--count").out()).isEqualTo("0\n");
        CliHarness people = CliHarness.run("show", file, "type:ack");
        assertThat(people.out()).containsPattern("← \\S+ +/chat +ack #0 .* ms\\n").hasLineCount(1);
        CliHarness.run("show", file, "colour:red").failsWith(ExitCode.USAGE, "no field colour");
        CliHarness.run("show", file, "dir:up").failsWith(ExitCode.USAGE, "no direction up");
    }

    @Test
    void aCaptureConvertsThereAndBack() throws IOException {
        Path file = captured("c.siocap");
        List<String> before = kinds(CliHarness.run("show", file.toString(), "--json"));
        for (String name : List.of("a.jsonl", "b.har", "d.siocap")) {
            Path next = folder.resolve(name);
            CliHarness converted = CliHarness.run("convert", file.toString(), next.toString());
            assertThat(converted.exitCode()).as(converted.err()).isZero();
            assertThat(converted.out()).contains("packets written to " + next);
            assertThat(kinds(CliHarness.run("show", next.toString(), "--json"))).isEqualTo(before);
            file = next;
        }
        CliHarness json = CliHarness.run("convert", file.toString(), folder.resolve("e.jsonl").toString(), "--json");
        assertThat(json.objects("converted").getFirst().path("packets").asLong()).isPositive();
    }

    @Test
    void aTruncatedCaptureShowsWhatIsWhole() throws IOException {
        Path file = captured("c.siocap");
        byte[] all = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(all, all.length - 3));
        CliHarness shown = CliHarness.run("show", file.toString(), "--count");
        assertThat(shown.exitCode()).isZero();
        assertThat(Integer.parseInt(shown.out().strip())).isPositive();
        assertThat(shown.err()).contains("incomplete").hasLineCount(1);
    }

    @Test
    void aBrokenCaptureIsOneSentence() throws IOException {
        for (String name : List.of("x.siocap", "x.jsonl", "x.har")) {
            Path file = Files.writeString(folder.resolve(name), "this is nothing\n");
            CliHarness shown = CliHarness.run("show", file.toString(), "--json");
            shown.failsWith(ExitCode.FAILED, name);
            assertThat(shown.objects("error")).hasSize(1);
            Path out = folder.resolve("out.jsonl");
            CliHarness.run("convert", file.toString(), out.toString()).failsWith(ExitCode.FAILED, name);
            assertThat(out).doesNotExist();
        }
        CliHarness.run("show", folder.resolve("none.siocap").toString()).failsWith(ExitCode.FAILED, "does not exist");
        CliHarness.run("show", folder.resolve("x.txt").toString()).failsWith(ExitCode.USAGE, "x.txt");
        CliHarness.run("show").failsWith(ExitCode.USAGE, "FILE is missing");
        CliHarness.run("convert", "a.har").failsWith(ExitCode.USAGE, "OUT is missing");
    }

    @Test
    void anUnwritableFolderIsOneSentenceAndNothingIsLeft() throws IOException {
        Path missing = folder.resolve("missing").resolve("c.siocap");
        CliHarness host = CliHarness.run("host", "--port", "0", "--capture", missing.toString(), "--json");
        host.failsWith(ExitCode.FAILED, "Cannot write " + missing);
        assertThat(host.objects("listening")).isEmpty();
        CliHarness.run("connect", "http://127.0.0.1:1", "--capture", missing.resolveSibling("c.har").toString())
                .failsWith(ExitCode.FAILED, "Cannot write");
        CliHarness.run("host", "--port", "0", "--capture", folder.resolve("c.txt").toString())
                .failsWith(ExitCode.USAGE, "c.txt");
        Path good = captured("good.siocap");
        CliHarness.run("convert", good.toString(), folder.resolve("missing/x.jsonl").toString())
                .failsWith(ExitCode.FAILED, "x.jsonl");
        assertThat(files()).containsExactly(good);
    }

    @Test
    void aHostThatCannotStartLeavesTheFormerCaptureAsItWas() throws IOException {
        Path former = Files.writeString(folder.resolve("c.siocap"), "former");
        try (CliHarness host = CliHarness.start("host", "--port", "0", "--json")) {
            String port = host.await("listening").path("port").asText();
            CliHarness.run("host", "--port", port, "--capture", former.toString()).failsWith(ExitCode.FAILED, "in use");
            assertThat(files()).containsExactly(former);
            assertThat(Files.readString(former)).isEqualTo("former");
        }
    }

    @Test
    void aCaptureIsReplacedOnceTheHostListens() throws IOException {
        Path former = Files.writeString(folder.resolve("c.siocap"), "former");
        try (CliHarness host = CliHarness.start("host", "--port", "0", "--json", "--capture", former.toString())) {
            host.await("listening");
            assertThat(host.stop()).isZero();
        }
        assertThat(files()).containsExactly(former);
        assertThat(CliHarness.run("show", former.toString(), "--count").out()).isEqualTo("0\n");
    }
}

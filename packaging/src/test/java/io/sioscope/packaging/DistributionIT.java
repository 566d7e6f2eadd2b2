package io.sioscope.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.testing.NeedsDisplayText;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.Peer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The built distribution as its user gets it: its own launcher, its own Java, no other one in reach. */
@DisabledOnOs(OS.WINDOWS)
class DistributionIT {

    @TempDir
    Path folder;

    @Test
    void holdsWhatRunsAndNothingOfTheTests() throws IOException {
        assertThat(Program.home().resolve("runtime/bin/java")).isExecutable();
        assertThat(Program.launcher()).isExecutable();
        assertThat(Program.home().resolve("bin/sioscope.cmd")).exists();
        assertThat(Program.home().resolve("LICENSE")).exists();
        try (Stream<Path> jars = Files.list(Program.home().resolve("lib"))) {
            assertThat(jars.map(jar -> String.valueOf(jar.getFileName())))
                    .contains("sioscope.jar")
                    .anyMatch(name -> name.startsWith("sioscope-app-"))
                    .noneMatch(name -> name.matches("(javafx|junit|assertj|sioscope-testing|netty-codec-native-quic).*"));
        }
    }

    @Test
    void namesItsVersionInOneLineWithNoJavaInReach() throws Exception {
        try (Program program = Program.start(folder, Map.of("JAVA_TOOL_OPTIONS", "-Dx=y", "JAVA_HOME", "/nowhere"), "--version")) {
            assertThat(program.exit()).isZero();
            assertThat(program.out()).singleElement().asString().startsWith("sioscope 0.1.0");
            assertThat(program.err()).isEmpty();
        }
    }

    @Test
    void startsThroughASymbolicLinkToALink() throws Exception {
        Path first = Files.createSymbolicLink(folder.resolve("first"), Program.launcher());
        Path second = Files.createSymbolicLink(folder.resolve("second"), first.getFileName());

        try (Program program = Program.start(second, folder, Map.of(), "--version")) {
            assertThat(program.exit()).isZero();
        }
    }

    @Test
    void saysWhatIsWrongWithAWrongOption() throws Exception {
        try (Program program = Program.start(folder, Map.of(), "host", "--no-such-option")) {
            assertThat(program.exit()).isEqualTo(2);
            assertThat(program.everything()).contains("--no-such-option").doesNotContain("\tat ");
        }
    }

    @Test
    @NeedsNode
    void hostsForARealClientAndEndsOnCtrlC() throws Exception {
        try (Program host = Program.start(folder, Map.of(), "host", "--port", "0", "--echo", "--json")) {
            JsonNode listening = host.await("listening");
            assertThat(Program.json(host.out().getFirst())).isEqualTo(listening);

            try (Peer client = Peer.start("client.cjs", Map.of("url", listening.path("url").asText()))) {
                client.await("connect");
                client.command(Map.of("do", "emit", "event", "ping me", "args", List.of("é€😀"), "ack", true));
                assertThat(client.await("ack").path("args").path(0).asText()).isEqualTo("é€😀");
                assertThat(host.await("connection").path("namespace").asText()).isEqualTo("/");
                JsonNode packet = host.await("the event", line -> line.path("event").asText().equals("ping me"));
                assertThat(packet.path("args").toString()).isEqualTo("[\"é€😀\"]");
            }

            host.interrupt();
            assertThat(host.exit()).isZero();
            assertThat(host.out()).allSatisfy(line -> assertThat(Program.json(line).path("type").asText()).isNotEmpty());
        }
    }

    @Test
    @NeedsNode
    void servesTheJavaScriptClientToPages() throws Exception {
        assertThat(Program.home().resolve("client/LICENSE")).exists();
        assertThat(Program.home().resolve("client/client-dist/socket.io.js.br")).isNotEmptyFile();
        try (Program host = Program.start(folder, Map.of(), "host", "--port", "0", "--conformance", "--json")) {
            URI file = URI.create(host.await("listening").path("url").asText() + "/socket.io/socket.io.min.js");
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(HttpRequest.newBuilder(file).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/javascript; charset=utf-8");
            assertThat(answer.body()).contains("Socket.IO v4.8.4");
        }
    }

    @Test
    @NeedsNode
    void connectsToARealServerInUtf8WhateverTheLocale() throws Exception {
        try (Peer server = Peer.start("server.cjs", Map.of());
                Program connect = Program.start(
                        folder,
                        Map.of("LANG", "", "LC_ALL", "C"),
                        "connect",
                        "http://127.0.0.1:" + server.port(),
                        "--json",
                        "--emit",
                        "grüße",
                        "--arg",
                        "\"çà\"",
                        "--ack")) {
            assertThat(server.await("event").path("event").asText()).isEqualTo("grüße");
            assertThat(connect.await("ack").path("args").toString()).isEqualTo("[\"çà\"]");
            assertThat(connect.exit()).isZero();
        }
    }

    @Test
    void runsTheDemoInTheTerminalWhereThereIsNoDisplay() throws Exception {
        try (Program program = Program.start(folder, Map.of())) {
            program.awaitText("/chat");
            assertThat(program.isAlive()).isTrue();

            program.interrupt();
            assertThat(program.exit()).isZero();
            assertThat(program.everything()).doesNotContain("\tat ").doesNotContain("Exception");
        }
    }

    /** In the tests JavaFX lies on the class path; here its modules are sealed, and a library that reached inside would fail. */
    @Test
    @NeedsDisplayText
    void theEditorWorksOnTheTrimmedRuntime() throws Exception {
        String classes = Path.of(EditorProbe.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        Process probe = new ProcessBuilder(
                        Program.home().resolve("runtime/bin/java").toString(),
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Djavafx.cachedir=" + folder,
                        "--enable-native-access=ALL-UNNAMED,javafx.graphics",
                        "-classpath",
                        Program.home().resolve("lib/sioscope.jar") + ":" + classes,
                        EditorProbe.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("probe.log").toFile())
                .start();
        assertThat(probe.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("probe.log"))).startsWith("module javafx.controls: 2 paragraphs");
        assertThat(probe.exitValue()).isZero();
    }
}

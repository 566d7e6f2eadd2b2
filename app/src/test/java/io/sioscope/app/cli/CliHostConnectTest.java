package io.sioscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code host} and {@code connect} against each other, in one process and over real sockets. */
class CliHostConnectTest {
    private static CliHarness host(String... more) {
        String[] args = new String[more.length + 4];
        args[0] = "host";
        args[1] = "--port";
        args[2] = "0";
        args[3] = "--json";
        System.arraycopy(more, 0, args, 4, more.length);
        return CliHarness.start(args);
    }

    private static String url(CliHarness host) {
        JsonNode listening = host.await("listening");
        assertThat(host.objects().getFirst()).isEqualTo(listening);
        assertThat(listening.path("path").asText()).startsWith("/");
        assertThat(listening.path("url").asText())
                .isEqualTo("http://localhost:" + listening.path("port").asInt());
        return listening.path("url").asText();
    }

    @ParameterizedTest
    @CsvSource({"polling,polling,false", "websocket,websocket,false", "'polling,websocket',polling,true"})
    void anEchoIsAcknowledgedOverEveryTransport(String transports, String first, boolean upgrades) {
        try (CliHarness host = host("--echo")) {
            CliHarness connect = CliHarness.run(
                    "connect", url(host), "--transport", transports, "--json", "--emit", "save", "--arg", "{\"a\":1.10}",
                    "--arg", "\"é\"", "--ack", "20s", "--wait-for", "save");

            assertThat(connect.exitCode()).as(connect.out() + connect.err()).isZero();
            JsonNode connected = connect.objects("connected").getFirst();
            assertThat(connected.toString())
                    .matches("\\{\"type\":\"connected\",\"namespace\":\"/\",\"socket\":\"[^\"]+\",\"transport\":\"" + first
                            + "\",\"eio\":4,\"recovered\":false}");
            assertThat(connect.objects("ack")).hasSize(1);
            assertThat(connect.out())
                    .containsPattern("\\{\"type\":\"ack\",\"namespace\":\"/\",\"id\":0,\"event\":\"save\","
                            + "\"args\":\\[\\{\"a\":1.10},\"é\"],\"latencyMs\":[0-9.]+}");
            assertThat(connect.objects("disconnected").getFirst().toString())
                    .isEqualTo("{\"type\":\"disconnected\",\"namespace\":\"/\",\"reason\":\"io client disconnect\"}");
            assertThat(connect.err()).isEmpty();

            JsonNode connection = host.await("connection");
            assertThat(connection.path("socket")).isEqualTo(connected.path("socket"));
            assertThat(connection.path("eio").asInt()).isEqualTo(4);
            host.await("disconnect", line -> line.path("reason").asText().equals("client namespace disconnect"));
            if (upgrades) {
                assertThat(connection.path("transport").asText()).isEqualTo("polling");
            }
            assertThat(host.stop()).isZero();
            assertThat(host.err()).isEmpty();
        }
    }

    @Test
    void anUpgradeIsTold() {
        try (CliHarness host = host("--echo");
                CliHarness connect = CliHarness.start("connect", url(host), "--json")) {
            assertThat(connect.await("upgraded").toString()).isEqualTo("{\"type\":\"upgraded\",\"transport\":\"websocket\"}");
            assertThat(connect.stop()).isZero();
        }
    }

    @Test
    void eachEmitGoesToTheNamespaceBeforeIt() {
        try (CliHarness host = host("--echo")) {
            CliHarness connect = CliHarness.run(
                    "connect", url(host), "--json", "--namespace", "/chat", "--emit", "a", "--ack=20s", "--namespace",
                    "/admin", "--emit", "b", "--ack", "20s", "--emit", "c", "--ack", "20s");
            assertThat(connect.exitCode()).as(connect.out() + connect.err()).isZero();
            assertThat(connect.objects("ack"))
                    .extracting(line -> line.path("namespace").asText() + line.path("event").asText() + line.path("id"))
                    .containsExactlyInAnyOrder("/chata0", "/adminb0", "/adminc1");
            assertThat(connect.objects("connected"))
                    .extracting(line -> line.path("namespace").asText())
                    .containsExactlyInAnyOrder("/chat", "/admin");
        }
    }

    @Test
    void variablesStandForTheirValues() {
        try (CliHarness host = host("--namespaces", "/chat")) {
            String port = url(host).replaceFirst(".*:", "");
            CliHarness connect = CliHarness.run(
                    "connect", "http://localhost:{{port}}/{{room}}", "--var", "port=" + port, "--var", "room=chat", "--json",
                    "--for", "300ms");
            assertThat(connect.exitCode()).as(connect.out() + connect.err()).isZero();
            assertThat(connect.objects("connected").getFirst().path("namespace").asText()).isEqualTo("/chat");
        }
    }

    @Test
    void theUrlsPathIsTheNamespace() {
        try (CliHarness host = host("--namespaces", "/chat")) {
            CliHarness connect = CliHarness.run("connect", url(host) + "/chat", "--json", "--for", "300ms");
            assertThat(connect.exitCode()).as(connect.out()).isZero();
            assertThat(connect.objects("connected").getFirst().path("namespace").asText()).isEqualTo("/chat");
        }
    }

    @Test
    void aFileGoesAsBinaryBothWays(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("three bytes"), new byte[] {1, 2, 3});
        try (CliHarness host = host("--echo")) {
            CliHarness connect = CliHarness.run(
                    "connect", url(host), "--json", "--emit", "put", "--arg", "@" + file, "--arg", "1", "--ack", "20s");
            assertThat(connect.exitCode()).as(connect.out() + connect.err()).isZero();
            assertThat(connect.objects("ack").getFirst().path("args").toString())
                    .isEqualTo("[{\"$binary\":\"AQID\"},1]");
        }
        CliHarness.run("connect", "http://127.0.0.1:1", "--emit", "put", "--arg", "@" + folder.resolve("none"))
                .failsWith(ExitCode.FAILED, "cannot be read");
    }

    @Test
    void anAckThatNeverComesFailsWithItsId() {
        try (CliHarness host = host()) {
            CliHarness connect =
                    CliHarness.run("connect", url(host), "--json", "--emit", "save", "--ack", "300ms");
            connect.failsWith(ExitCode.FAILED, "No acknowledgement of save in 300 ms");
            assertThat(connect.objects("ack").getFirst().toString())
                    .isEqualTo("{\"type\":\"ack\",\"namespace\":\"/\",\"id\":0,\"event\":\"save\",\"timeout\":true}");
        }
    }

    @Test
    void anEventThatNeverComesFailsAtTheEndOfTheTime() {
        try (CliHarness host = host()) {
            CliHarness.run("connect", url(host), "--wait-for", "godot", "--for", "500ms")
                    .failsWith(ExitCode.FAILED, "godot");
        }
    }

    @Test
    void aRefusedNamespaceFailsAndTheOthersGoOn() {
        try (CliHarness host = host("--namespaces", "/,/chat", "--echo")) {
            CliHarness connect = CliHarness.run(
                    "connect", url(host), "--json", "--namespace", "/admin", "--emit", "x", "--ack", "--namespace",
                    "/chat", "--emit", "y", "--ack", "20s");
            connect.failsWith(ExitCode.FAILED, "The server has no namespace /admin");
            assertThat(connect.objects("connect-error").getFirst().toString())
                    .isEqualTo("{\"type\":\"connect-error\",\"namespace\":\"/admin\",\"message\":\"Invalid namespace\"}");
            assertThat(connect.objects("ack").getFirst().path("event").asText()).isEqualTo("y");
        }
    }

    @Test
    void aHostThatEndsIsALostConnection() {
        try (CliHarness host = host()) {
            try (CliHarness connect = CliHarness.start("connect", url(host), "--transport", "websocket", "--json")) {
                connect.await("connected");
                assertThat(host.stop()).isZero();
                connect.failsWith(ExitCode.FAILED, "was lost", "transport close");
                assertThat(connect.objects("disconnected").getFirst().path("reason").asText())
                        .isEqualTo("transport close");
            }
            assertThat(host.objects("disconnect").getFirst().path("reason").asText())
                    .isEqualTo("server shutting down");
        }
    }

    @Test
    void withReconnectItComesBack() {
        CliHarness first = host();
        String url = url(first);
        String port = first.await("listening").path("port").asText();
        try (CliHarness connect = CliHarness.start("connect", url, "--reconnect", "--json")) {
            connect.await("connected");
            first.stop();
            connect.await("reconnect-attempt");
            try (CliHarness second = CliHarness.start("host", "--port", port, "--json")) {
                assertThat(connect.await("reconnected").path("attempt").asInt()).isPositive();
                second.await("connection");
                assertThat(connect.stop()).isZero();
            }
        }
    }

    @Test
    void nobodyThereIsOneSentenceInBothLanguages() throws IOException {
        int free;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = probe.getLocalPort();
        }
        CliHarness connect = CliHarness.run("connect", "http://127.0.0.1:" + free, "--json");
        connect.failsWith(ExitCode.FAILED, "Nobody listens at 127.0.0.1, port " + free);
        assertThat(connect.objects("error")).hasSize(1);
        CliHarness.runIn(Locale.FRENCH, "connect", "http://127.0.0.1:" + free)
                .failsWith(ExitCode.FAILED, "Personne n'écoute sur 127.0.0.1");
        CliHarness.run("connect", "http://no.such.host.invalid:80")
                .failsWith(ExitCode.FAILED, "no.such.host.invalid has no address");
    }

    @Test
    void aWrongPathIsOneSentence() {
        try (CliHarness host = host("--path", "/here")) {
            assertThat(host.await("listening").path("path").asText()).isEqualTo("/here");
            CliHarness.run("connect", url(host)).failsWith(ExitCode.FAILED, "/socket.io");
            CliHarness right = CliHarness.run("connect", url(host), "--path", "/here/", "--for", "300ms", "--json");
            assertThat(right.exitCode()).as(right.out()).isZero();
            CliHarness.run("connect", url(host), "--transport", "websocket").failsWith(ExitCode.FAILED, "404");
        }
    }

    @Test
    void aBusyPortIsOneSentence() {
        try (CliHarness host = host()) {
            String port = host.await("listening").path("port").asText();
            CliHarness second = CliHarness.run("host", "--port", port, "--json");
            second.failsWith(ExitCode.FAILED, "Port " + port, "in use");
            assertThat(second.objects()).singleElement().satisfies(line -> assertThat(
                            line.path("type").asText())
                    .isEqualTo("error"));
        }
        CliHarness.run("host", "--port", "0", "--bind", "203.0.113.7")
                .failsWith(ExitCode.FAILED, "no address 203.0.113.7");
    }

    @Test
    void peopleSeeCalmLines() {
        try (CliHarness host = CliHarness.start("host", "--port", "0", "--echo")) {
            host.awaitOut("Listening on http://localhost:");
            String url = host.out().replaceAll("(?s).*(http://localhost:\\d+).*", "$1");
            CliHarness connect =
                    CliHarness.run("connect", url, "--emit", "chat", "--arg", "\"\\u001b[2J\u009b1mhi\"", "--ack", "20s");
            assertThat(connect.exitCode()).as(connect.err()).isZero();
            assertThat(connect.out())
                    .contains("Connected to / as ", "Disconnected from /: io client disconnect.")
                    .containsPattern("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} → \\S+ +/ +chat +#0 \"")
                    .containsPattern("ack #0 .* ms\\n")
                    .doesNotContain("\u001b", "\u009b");
            assertThat(host.stop()).isZero();
            assertThat(host.out()).contains("chat").doesNotContain("\u001b", "\u009b");
        }
    }

    @Test
    void theDemoFlowsAndSaysWhoIsInWhichRoom() {
        try (CliHarness host = CliHarness.start("host", "--port", "0", "--demo")) {
            host.awaitOut("/chat lobby");
            host.awaitOut("message");
            assertThat(host.stop()).isZero();
            assertThat(host.err()).isEmpty();
        }
    }

    @Test
    void hostOptionsReachTheWire() {
        try (CliHarness host = host("--ping-interval", "12s", "--ping-timeout", "3s", "--max-http-buffer-size", "4321")) {
            CliHarness connect = CliHarness.run("connect", url(host), "--json", "--for", "500ms");
            assertThat(connect.exitCode()).as(connect.out()).isZero();
            assertThat(connect.out())
                    .contains("\\\"pingInterval\\\":12000,\\\"pingTimeout\\\":3000,\\\"maxPayload\\\":4321");
        }
    }

    @Test
    void anOriginAndAnAddressAreTaken() throws Exception {
        try (CliHarness host = host("--cors-origin", "https://page.test", "--bind", "127.0.0.1");
                HttpClient http = HttpClient.newHttpClient()) {
            JsonNode listening = host.await("listening");
            assertThat(listening.path("url").asText()).startsWith("http://127.0.0.1:");
            HttpRequest handshake = HttpRequest.newBuilder(
                            URI.create(listening.path("url").asText() + "/socket.io/?EIO=4&transport=polling"))
                    .header("Origin", "https://page.test")
                    .timeout(CliHarness.PATIENCE)
                    .build();
            assertThat(http.send(handshake, HttpResponse.BodyHandlers.ofString())
                            .headers()
                            .firstValue("Access-Control-Allow-Origin"))
                    .contains("https://page.test");
        }
    }

    @Test
    void everyLineIsAnObjectAndNumberedPacketsHaveNoHoles() {
        try (CliHarness host = host("--demo")) {
            host.await("packet", line -> line.path("n").asInt() == 100);
            assertThat(host.stop()).isZero();
            List<Integer> numbers =
                    host.objects("packet").stream().map(line -> line.path("n").asInt()).toList();
            for (int i = 0; i < numbers.size(); i++) {
                assertThat(numbers.get(i)).isEqualTo(i + 1);
            }
            assertThat(host.objects("ack")).isNotEmpty();
        }
    }
}

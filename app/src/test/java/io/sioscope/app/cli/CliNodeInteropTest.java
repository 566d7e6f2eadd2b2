package io.sioscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.app.workbench.KeyFiles;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line against npm's socket.io and socket.io-client 4.8. */
@NeedsNode
class CliNodeInteropTest {
    private static String url(Peer server) {
        return "http://127.0.0.1:" + server.port();
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "websocket", "polling,websocket"})
    void connectSpeaksWithTheReferenceServer(String transports, @TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("f"), new byte[] {1, 2, 3});
        try (Peer server = Peer.start("server.cjs", Map.of("namespaces", List.of("/", "/chat")))) {
            CliHarness connect = CliHarness.run(
                    "connect", url(server), "--transport", transports, "--json",
                    "--header", "X-Build: 7", "--query", "who=me", "--auth", "{\"token\":\"t\"}",
                    "--namespace", "/", "--emit", "save", "--arg", "{\"a\":1}", "--arg", "@" + file, "--ack", "20s",
                    "--namespace", "/chat", "--emit", "join", "--arg", "\"lobby\"", "--ack", "20s",
                    "--emit", "room", "--arg", "\"lobby\"", "--arg", "\"news\"", "--arg", "42",
                    "--wait-for", "save", "--wait-for", "news");
            assertThat(connect.exitCode()).as(connect.out() + connect.err()).isZero();
            assertThat(connect.objects("ack"))
                    .filteredOn(line -> line.path("event").asText().equals("save"))
                    .singleElement()
                    .satisfies(line -> assertThat(line.path("args").toString())
                            .isEqualTo("[{\"a\":1},{\"$binary\":\"AQID\"}]"))
                    .satisfies(line -> assertThat(line.path("id").asInt()).isZero());

            JsonNode connection = server.await("connection");
            assertThat(connection.path("auth").path("token").asText()).isEqualTo("t");
            assertThat(connection.path("query").path("who").asText()).isEqualTo("me");
            assertThat(connection.path("headers").path("x-build").asText()).isEqualTo("7");
            assertThat(connection.path("eio").asInt()).isEqualTo(4);
            assertThat(server.await("disconnect").path("reason").asText()).isEqualTo("client namespace disconnect");
        }
    }

    @Test
    void anOlderServerIsFoundOut() {
        try (Peer server = Peer.start("server2.cjs", Map.of())) {
            CliHarness connect = CliHarness.run(
                    "connect", url(server), "--eio", "auto", "--json", "--emit", "hi", "--arg", "1", "--ack", "20s");
            assertThat(connect.exitCode()).as(connect.out() + connect.err()).isZero();
            assertThat(connect.objects("version-found").getFirst().toString())
                    .isEqualTo("{\"type\":\"version-found\",\"eio\":3,\"how\":\"FRAMING\"}");
            assertThat(connect.objects("connected").getFirst().path("eio").asInt()).isEqualTo(3);
            CliHarness words = CliHarness.run("connect", url(server), "--eio", "auto", "--transport", "websocket", "--emit", "bye");
            assertThat(words.out()).contains("The server speaks Engine.IO 3: it connected a namespace before it was asked");
            CliHarness.run("connect", url(server)).failsWith(ExitCode.FAILED, "Engine.IO 3", "--eio auto");
        }
    }

    @Test
    void messagePackIsSpokenOnBothSides() {
        try (Peer server = Peer.start("server.cjs", Map.of("msgpack", true))) {
            CliHarness connect = CliHarness.run(
                    "connect", url(server), "--parser", "msgpack", "--json", "--emit", "hi", "--arg", "[1]", "--ack", "20s");
            assertThat(connect.exitCode()).as(connect.out() + connect.err()).isZero();
            assertThat(connect.objects("ack").getFirst().path("args").toString()).isEqualTo("[[1]]");
        }
    }

    @Test
    void aProxyIsGoneThrough() {
        try (Peer server = Peer.start("server.cjs", Map.of());
                Peer proxy = Peer.start("proxy.cjs", Map.of("names", Map.of("server.test", "127.0.0.1")))) {
            CliHarness connect = CliHarness.run(
                    "connect", "http://server.test:" + server.port(), "--proxy", "http://127.0.0.1:" + proxy.port(),
                    "--emit", "hi", "--ack", "20s");
            assertThat(connect.exitCode()).as(connect.out() + connect.err()).isZero();
            assertThat(proxy.await("through").path("host").asText()).isEqualTo("server.test");
        }
    }

    @Test
    void authIsRefusedAndGranted() {
        try (Peer server = Peer.start(
                "server.cjs",
                Map.of("namespaces", List.of("/", "/admin"), "tokens", Map.of("/admin", "secret")))) {
            CliHarness refused =
                    CliHarness.run("connect", url(server), "--json", "--namespace", "/admin", "--auth", "{\"token\":\"no\"}");
            refused.failsWith(ExitCode.FAILED, "refused the namespace /admin", "not authorized");
            assertThat(refused.objects("connect-error").getFirst().path("message").asText())
                    .isEqualTo("not authorized");

            CliHarness granted = CliHarness.run(
                    "connect", url(server), "--json", "--namespace", "/admin", "--auth", "{\"token\":\"secret\"}",
                    "--emit", "hi", "--ack", "20s");
            assertThat(granted.exitCode()).as(granted.out() + granted.err()).isZero();
        }
    }

    @Test
    void theServersDisconnectEndsIt() {
        try (Peer server = Peer.start("server.cjs", Map.of())) {
            CliHarness connect = CliHarness.run("connect", url(server), "--json", "--emit", "bye");
            assertThat(connect.exitCode()).as(connect.out() + connect.err()).isZero();
            assertThat(connect.objects("disconnected").getFirst().path("reason").asText())
                    .isEqualTo("io server disconnect");
        }
    }

    @Test
    void aWrongPathOfTheReferenceServerIsOneSentence() {
        try (Peer server = Peer.start("server.cjs", Map.of("options", Map.of("path", "/here")))) {
            CliHarness.run("connect", url(server), "--transport", "websocket", "--path", "/there")
                    .failsWith(ExitCode.FAILED, url(server));
            CliHarness right =
                    CliHarness.run("connect", url(server), "--path", "/here", "--emit", "e", "--ack", "20s");
            assertThat(right.exitCode()).as(right.out() + right.err()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "websocket", "polling,websocket"})
    void theReferenceClientSpeaksWithHost(String transports) {
        try (CliHarness host = CliHarness.start("host", "--port", "0", "--echo", "--json")) {
            int port = host.await("listening").path("port").asInt();
            try (Peer client = Peer.start(
                    "client.cjs",
                    Map.of(
                            "url", "http://localhost:" + port,
                            "options", Map.of("transports", transports.split(",")),
                            "namespaces", List.of("/", "/chat")))) {
                client.await("connect");
                client.await("connect");
                if (transports.contains(",")) {
                    assertThat(client.await("upgrade").path("transport").asText()).isEqualTo("websocket");
                }
                client.command(Map.of(
                        "do", "emit", "namespace", "/chat", "event", "save",
                        "args", List.of(1, Map.of("$binary", "AQID")), "ack", true, "id", 7));
                assertThat(client.await("ack").path("args").toString()).isEqualTo("[1,{\"$binary\":\"AQID\"}]");
                assertThat(client.await("event").path("args").toString()).isEqualTo("[1,{\"$binary\":\"AQID\"}]");
                client.command(Map.of("do", "disconnect", "namespace", "/chat"));
                JsonNode left = host.await(
                        "disconnect", line -> line.path("namespace").asText().equals("/chat"));
                assertThat(left.path("reason").asText()).isEqualTo("client namespace disconnect");
                client.command(Map.of("do", "drop"));
                host.await("disconnect", line -> line.path("namespace").asText().equals("/"));
            }
            JsonNode ack = host.await("ack");
            assertThat(ack.path("event").asText()).isEqualTo("save");
            assertThat(ack.path("args").toString()).isEqualTo("[1,{\"$binary\":\"AQID\"}]");
            assertThat(host.stop()).isZero();
            assertThat(host.err()).isEmpty();
        }
    }

    @Test
    void theOlderGenerationSpeaksWithAHostThatAllowsIt() {
        try (CliHarness host = CliHarness.start("host", "--port", "0", "--conformance", "--allow-eio3", "--json")) {
            int port = host.await("listening").path("port").asInt();
            try (Peer client = Peer.start(
                    "client.cjs",
                    Map.of("client", "socket.io-client-2.5.0", "url", "http://localhost:" + port, "namespaces", List.of("/custom")))) {
                assertThat(host.await("connection", line -> line.path("namespace").asText().equals("/custom"))
                                .path("eio")
                                .asInt())
                        .isEqualTo(3);
                client.command(Map.of("do", "emit", "namespace", "/custom", "event", "message", "args", List.of(1, "2")));
                JsonNode back = client.await(
                        "message-back", line -> line.path("event").asText().equals("message-back"));
                assertThat(back.path("args").toString()).isEqualTo("[1,\"2\"]");
            }
            assertThat(host.stop()).isZero();
        }
        CliHarness.run("host", "--echo", "--conformance").failsWith(ExitCode.USAGE, "--echo", "--conformance");
    }

    @Test
    void theOtherParserSpeaksWithAHostThatIsToldSo() {
        try (CliHarness host = CliHarness.start("host", "--port", "0", "--echo", "--json", "--parser", "msgpack")) {
            int port = host.await("listening").path("port").asInt();
            try (Peer client = Peer.start("client.cjs", Map.of("parser", "msgpack", "url", "http://localhost:" + port))) {
                client.await("connect");
                client.command(Map.of(
                        "do", "emit", "event", "save", "args", List.of(1.5, Map.of("$binary", "AQID")), "ack", true, "id", 7));
                assertThat(client.await("ack").path("args").toString()).isEqualTo("[1.5,{\"$binary\":\"AQID\"}]");
            }
            JsonNode packet = host.await("packet", line -> line.path("event").asText().equals("save"));
            assertThat(packet.path("args").toString()).isEqualTo("[1.5,{\"$binary\":\"AQID\"}]");
            assertThat(host.stop()).isZero();
        }
    }

    @Test
    void bothGenerationsSpeakOverTlsWithOneHost(@TempDir Path folder) throws Exception {
        KeyFiles files = KeyFiles.in(folder);
        try (CliHarness host = CliHarness.start(
                "host", "--port", "0", "--echo", "--json", "--eio", "3,4", "--tls-certificate", files.certificate().toString(),
                "--tls-key", files.key().toString())) {
            String url = host.await("listening").path("url").asText();
            Map<String, Object> options = Map.of("ca", Files.readString(files.certificate()));
            try (Peer newer = Peer.start("client.cjs", Map.of("url", url, "options", options));
                    Peer older = Peer.start(
                            "client.cjs", Map.of("client", "socket.io-client-2.5.0", "url", url, "options", options))) {
                newer.await("connect");
                older.await("connect");
                host.await("connection", line -> line.path("eio").asInt() == 3);
                host.await("connection", line -> line.path("eio").asInt() == 4);
                older.command(Map.of("do", "emit", "event", "hi", "args", List.of("é")));
                assertThat(older.await("event").path("args").toString()).isEqualTo("[\"é\"]");
            }
            assertThat(host.stop()).isZero();
        }
    }

    @Test
    void aCertificateMadeOnTheSpotHasTheFingerprintThatIsSaid() throws Exception {
        try (CliHarness host = CliHarness.start(
                "host", "--port", "0", "--echo", "--json", "--tls-self-signed", "--per-message-deflate", "16")) {
            JsonNode listening = host.await("listening");
            assertThat(listening.path("url").asText()).startsWith("https://");
            assertThat(listening.path("fingerprint").asText())
                    .isEqualTo(TrustingClient.fingerprint(listening.path("port").asInt()));
            try (Peer client = Peer.start(
                    "client.cjs",
                    Map.of(
                            "url", listening.path("url").asText(),
                            "options", Map.of("rejectUnauthorized", false, "transports", List.of("websocket"))))) {
                client.await("connect");
                String large = "x".repeat(10_000);
                client.command(Map.of("do", "emit", "event", "hi", "args", List.of(large)));
                assertThat(client.await("event").path("args").toString()).isEqualTo("[\"" + large + "\"]");
            }
            assertThat(host.stop()).isZero();
        }
    }

    @Test
    void aCertificateMadeOnTheSpotIsTrustedOnceAndForAllStarts(@TempDir Path folder) {
        String trusted = "";
        for (int start = 0; start < 2; start++) {
            try (CliHarness host =
                    CliHarness.keeping(folder, "host", "--port", "0", "--echo", "--json", "--tls-self-signed")) {
                JsonNode listening = host.await("listening");
                trusted = trusted.isEmpty() ? listening.path("certificate").asText() : trusted;
                assertThat(Path.of(trusted)).isEqualTo(folder.resolve("localhost.pem")).exists();
                CliHarness client = CliHarness.run(
                        "connect", listening.path("url").asText(), "--ca", trusted, "--emit", "hi", "--ack");
                assertThat(client.exitCode()).as(client.out() + client.err()).isZero();
                assertThat(host.stop()).isZero();
            }
        }
    }

    @Test
    void whatIsToBeTrustedIsSaidInWords(@TempDir Path folder) {
        try (CliHarness first = CliHarness.keeping(folder, "host", "--port", "0", "--tls-self-signed")) {
            first.awaitOut("trust that file once, it is used until ");
            assertThat(first.out()).contains("was made now and has the SHA-256 ", folder.resolve("localhost.pem").toString());
        }
        try (CliHarness second = CliHarness.keeping(folder, "host", "--port", "0", "--tls-self-signed")) {
            second.awaitOut("is the same as before, with the SHA-256 ");
        }
        Path file = folder.resolve("localhost.pem");
        try (CliHarness nowhere = CliHarness.keeping(file, "host", "--port", "0", "--tls-self-signed")) {
            nowhere.awaitOut("could not be kept in " + file);
        }
    }

    @Test
    void aLostClientComesBackAsWhoItWas() {
        try (CliHarness host = CliHarness.start(
                "host", "--port", "0", "--echo", "--json", "--connection-state-recovery", "1m")) {
            int port = host.await("listening").path("port").asInt();
            try (Peer client = Peer.start(
                    "client.cjs",
                    Map.of("url", "http://localhost:" + port, "options", Map.of("reconnectionDelay", 50)))) {
                String socket = client.await("connect").path("socket").asText();
                client.command(Map.of("do", "emit", "event", "hi", "args", List.of(1)));
                client.await("event");
                client.command(Map.of("do", "drop"));
                JsonNode again = client.await("connect");
                assertThat(again.path("recovered").asBoolean()).isTrue();
                assertThat(again.path("socket").asText()).isEqualTo(socket);
            }
            assertThat(host.stop()).isZero();
        }
    }

    @Test
    void aNamespaceThatIsLeftGoesWhereItIsAskedFor() {
        try (CliHarness host = CliHarness.start(
                "host", "--port", "0", "--echo", "--json", "--cleanup-empty-child-namespaces")) {
            int port = host.await("listening").path("port").asInt();
            try (Peer client = Peer.start(
                    "client.cjs", Map.of("url", "http://localhost:" + port, "namespaces", List.of("/any/name")))) {
                client.await("connect");
                client.command(Map.of("do", "disconnect", "namespace", "/any/name"));
                host.await("disconnect");
                client.command(Map.of("do", "connect", "namespace", "/any/name"));
                client.await("connect");
            }
            assertThat(host.stop()).isZero();
        }
    }
}

package io.sioscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.Peer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code sioscope doctor} as people and scripts see it. */
@NeedsNode
class CliDoctorTest {
    private static final Map<String, Object> QUICK = Map.of("pingInterval", 200, "pingTimeout", 1_000);

    private static String url(Peer peer) {
        return "http://127.0.0.1:" + peer.port();
    }

    @Test
    void aSoundConnectionLineByLine() {
        try (Peer server = Peer.start("failing.cjs", Map.of("options", QUICK))) {
            CliHarness cli = CliHarness.run("doctor", url(server), "--json");
            assertThat(cli.exitCode()).as(cli.out()).isZero();
            assertThat(cli.objects("check"))
                    .extracting(line -> line.path("layer").asText())
                    .containsExactly(
                            "name",
                            "port",
                            "proxy",
                            "tls",
                            "http",
                            "path",
                            "engine",
                            "transport",
                            "cors",
                            "namespace",
                            "middleware",
                            "parser",
                            "heartbeat");
            assertThat(cli.objects().getLast().toString()).startsWith("{\"type\":\"verdict\",\"ok\":true");
            JsonNode proxy = cli.objects("check").get(2);
            assertThat(proxy.toString())
                    .startsWith("{\"type\":\"check\",\"layer\":\"proxy\",\"ok\":null,\"skipped\":\"none is set\"");
            assertThat(cli.err()).isEmpty();
        }
    }

    @Test
    void aRefusalNamesTheLayerAndWhatToTry() {
        try (Peer server = Peer.start("failing.cjs", Map.of("middleware", "refuse"))) {
            CliHarness cli = CliHarness.run("doctor", url(server), "--json", "--heartbeats", "0");
            assertThat(cli.exitCode()).isEqualTo(ExitCode.FAILED);
            JsonNode failed = cli.objects("check").get(10);
            assertThat(failed.toString())
                    .startsWith("{\"type\":\"check\",\"layer\":\"middleware\",\"ok\":false,\"message\":"
                            + "\"/ was refused: \\\"token expired\\\" {\\\"code\\\":\\\"E_EXP\\\"}\",\"hint\":\"Check the auth");
            assertThat(failed.path("finding").asText()).isEqualTo("middleware_refused");
            JsonNode verdict = cli.objects().getLast();
            assertThat(verdict.path("ok").asBoolean(true)).isFalse();
            assertThat(verdict.path("layer").asText()).isEqualTo("middleware");
        }
    }

    @Test
    void forPeopleInBothLanguages() {
        try (Peer server = Peer.start("failing.cjs", Map.of("plain", true))) {
            CliHarness english = CliHarness.run("doctor", url(server));
            assertThat(english.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(english.out())
                    .contains(
                            "✓ Name        127.0.0.1 is an address.\n",
                            "– Proxy       none is set\n",
                            "✗ Path        There is no Engine.IO at /socket.io/ (status 404): <html><body>No such bread</body></html>\n",
                            "– Heartbeat   not reached\n",
                            "\nPath: There is no Engine.IO at",
                            "\nTry: Check the server's path option");
            CliHarness french = CliHarness.runIn(Locale.FRENCH, "doctor", url(server));
            assertThat(french.out())
                    .contains("– Proxy       aucun n'est réglé\n", "\nÀ essayer\u00a0: Vérifiez l'option path du serveur");
        }
    }

    @Test
    void everyOptionReachesTheExamination() {
        Map<String, Object> options = Map.of("allowEIO3", true, "pingInterval", 200, "pingTimeout", 1_000);
        try (Peer server = Peer.start("failing.cjs", Map.of("options", options, "namespaces", List.of("/a", "/b")))) {
            CliHarness cli = CliHarness.run(
                    "doctor",
                    url(server),
                    "--json",
                    "--eio",
                    "3",
                    "--namespace",
                    "/a",
                    "--namespace",
                    "/b",
                    "--transport",
                    "polling",
                    "--origin",
                    "https://shop.example",
                    "--patience",
                    "5s",
                    "--heartbeats",
                    "1");
            assertThat(cli.exitCode()).as(cli.out()).isEqualTo(ExitCode.FAILED);
            assertThat(cli.objects("check"))
                    .extracting(line -> line.path("finding").asText())
                    .endsWith(
                            "engine_spoken",
                            "transport_polling",
                            "cors_absent",
                            "namespace_exists",
                            "middleware_granted",
                            "parser_fits",
                            "heartbeat_steady");
            assertThat(cli.objects("check").get(9).path("message").asText()).contains("/a, /b");
        }
    }

    @Test
    void variablesGetTheirValues() {
        try (Peer server = Peer.start("failing.cjs", Map.of("namespaces", List.of("/a")))) {
            CliHarness cli = CliHarness.run(
                    "doctor",
                    "http://127.0.0.1:{{port}}",
                    "--var",
                    "port=" + server.port(),
                    "--var",
                    "room=a",
                    "--var",
                    "path=socket.io",
                    "--namespace",
                    "/{{room}}",
                    "--path",
                    "/{{path}}",
                    "--json",
                    "--heartbeats",
                    "0");
            assertThat(cli.exitCode()).as(cli.out()).isZero();
            assertThat(cli.objects("check"))
                    .anySatisfy(line -> assertThat(line.path("message").asText()).contains("/a"));
        }
    }

    @Test
    void theWrongParserIsNamed() {
        try (Peer server = Peer.start("failing.cjs", Map.of())) {
            CliHarness cli = CliHarness.run("doctor", url(server), "--json", "--parser", "msgpack", "--heartbeats", "0");
            assertThat(cli.objects().getLast().path("layer").asText()).isEqualTo("parser");
        }
    }

    @Test
    void controlCEndsItWhileItWaits() {
        try (Peer server = Peer.start("failing.cjs", Map.of())) {
            CliHarness cli = CliHarness.start("doctor", url(server));
            cli.awaitOut("✓ Parser");
            org.awaitility.Awaitility.await().until(() -> cli.err().contains("Waiting for 2 heartbeats, one every 25000 ms"));
            assertThat(cli.stop()).isEqualTo(ExitCode.FAILED);
            assertThat(cli.err()).contains("sioscope: The examination was stopped.");
        }
    }
}

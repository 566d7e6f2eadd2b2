package io.sioscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.Peer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code connect --answer} against npm's socket.io, which asks for acknowledgements. */
@NeedsNode
class CliAnswerTest {
    private static String url(Peer server) {
        return "http://127.0.0.1:" + server.port();
    }

    private static JsonNode answer(Peer server, String namespace, String event) {
        return server.await("an answer", line -> line.path("type").asText().equals("answer")
                && line.path("namespace").asText().equals(namespace)
                && line.path("event").asText().equals(event));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatTheServerAsksIsAnsweredByRuleInItsNamespace(boolean msgpack) {
        try (Peer server = Peer.start("server.cjs", Map.of("namespaces", List.of("/", "/chat"), "msgpack", msgpack));
                CliHarness connect = CliHarness.start(
                        "connect", url(server), "--json", "--parser", msgpack ? "msgpack" : "json",
                        "--answer", "confirm=[true,{\"n\":1.5}]",
                        "--namespace", "/", "--namespace", "/chat", "--answer", "confirm=[\"chat\"]", "--answer", "nothing=")) {
            connect.await("connected", line -> line.path("namespace").asText().equals("/"));
            connect.await("connected", line -> line.path("namespace").asText().equals("/chat"));
            for (String namespace : List.of("/", "/chat")) {
                for (String event : List.of("confirm", "nothing")) {
                    server.command(Map.of("do", "emit", "namespace", namespace, "event", event, "args", List.of(7), "ack", true));
                }
            }
            assertThat(answer(server, "/", "confirm").path("args").toString()).isEqualTo("[true,{\"n\":1.5}]");
            assertThat(answer(server, "/chat", "confirm").path("args").toString()).isEqualTo("[\"chat\"]");
            assertThat(answer(server, "/chat", "nothing").path("args").toString()).isEqualTo("[]");
            connect.await("ack", line -> line.path("namespace").asText().equals("/chat")
                    && line.path("event").asText().equals("nothing"));
            assertThat(connect.objects("ack")).as("one of the four is not answered").hasSizeLessThanOrEqualTo(3);
            assertThat(connect.stop()).isZero();
        }
    }

    @Test
    void anAnswerWaitsForItsDelay() {
        try (Peer server = Peer.start("server.cjs", Map.of());
                CliHarness connect = CliHarness.start("connect", url(server), "--json", "--answer", "confirm@300ms=[1]")) {
            connect.await("connected");
            server.command(Map.of("do", "emit", "event", "confirm", "ack", true));
            assertThat(answer(server, "/", "confirm").path("args").toString()).isEqualTo("[1]");
            assertThat(connect.await("ack").path("latencyMs").asDouble()).isGreaterThanOrEqualTo(299);
            assertThat(connect.stop()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "confirm|--answer",
                "confirm={\"ok\":true}|not a JSON array",
                "confirm=[true|not JSON",
                "connect=[]|keeps the name connect",
                "confirm@2h=[]|outside its range"
            })
    void aWrongAnswerIsSaid(String text, String words) {
        CliHarness.run("connect", "http://127.0.0.1:1", "--answer", text).failsWith(ExitCode.USAGE, words);
    }
}

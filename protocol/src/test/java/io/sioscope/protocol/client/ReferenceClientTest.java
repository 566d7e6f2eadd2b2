package io.sioscope.protocol.client;

import static io.sioscope.protocol.client.OddServers.GRANT;
import static io.sioscope.protocol.client.OddServers.HEAR;
import static io.sioscope.protocol.client.OddServers.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.CloseDetail;
import io.sioscope.protocol.session.CloseReason;
import io.sioscope.protocol.session.ConnectFailure;
import io.sioscope.protocol.session.Reconnection;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.Peer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Servers that do what a server should not, each met by npm socket.io-client 4.8 and by ours: both hear the same, in the same
 * order, and say the same.
 */
@NeedsNode
@NoLeaks
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceClientTest {
    private Peer reference;

    @BeforeAll
    void start() {
        reference = Peer.start("watched.cjs", Map.of());
    }

    @AfterAll
    void stop() {
        reference.close();
    }

    /** What a client heard and said. */
    private record Outcome(List<String> lines, List<String> said) {}

    private record Odd(
            Transport transport, Function<Queue<String>, RawServer.Behaviour> server, List<String> lines, List<String> said) {}

    private static ArgumentSet webSocket(String name, List<String> script, List<String> lines) {
        return webSocket(name, script, lines, List.of("1 40"));
    }

    private static ArgumentSet webSocket(String name, List<String> script, List<String> lines, List<String> said) {
        return org.junit.jupiter.params.provider.Arguments.argumentSet(
                name, name, new Odd(Transport.WEBSOCKET, heard -> OddServers.webSocket(heard, script), lines, said));
    }

    /** The close frame has the code 1002, of which the second octet is no text. */
    private static ArgumentSet brokenFrame(String name, String octets) {
        return webSocket(
                name,
                List.of(OPEN, HEAR, GRANT, "=" + octets, HEAR),
                List.of(
                        "open", "connect S1", "error websocket error", "close transport error", "disconnect transport error"),
                List.of("1 40", "8 \u0003\ufffd"));
    }

    private static ArgumentSet polling(
            String name, List<String> polls, List<String> posts, List<String> lines, List<String> said) {
        return org.junit.jupiter.params.provider.Arguments.argumentSet(
                name,
                name,
                new Odd(Transport.POLLING, heard -> new OddServers.Polling(heard, polls, posts), lines, said));
    }

    private static ArgumentSet granted(String id, String told) {
        return webSocket(
                "a grant with the id " + id,
                List.of(OPEN, HEAR, "40{\"sid\":" + id + "}", "42[\"x\"]"),
                List.of("open", told, "event x []"));
    }

    private static Stream<ArgumentSet> packets() {
        List<String> brokenAfterwards =
                List.of("open", "connect S1", "close parse error", "disconnect parse error");
        return Stream.of(
                webSocket(
                        "a second grant",
                        List.of(OPEN, HEAR, GRANT, "40{\"sid\":\"S2\"}", "42[\"after\"]"),
                        List.of("open", "connect S1", "connect S2", "event after []")),
                webSocket(
                        "acknowledgements that nobody waits for",
                        List.of(OPEN, HEAR, GRANT, "4399[1]", "43[1]", "4399", "42[\"after\"]"),
                        List.of("open", "connect S1", "event after []")),
                webSocket(
                        "an event before the grant",
                        List.of(OPEN, HEAR, "42[\"early\"]", GRANT, "42[\"after\"]"),
                        List.of("open", "event early []", "connect S1", "event after []")),
                webSocket(
                        "packets of a namespace that nobody asked for",
                        List.of(OPEN, HEAR, GRANT, "40/x,{\"sid\":\"X\"}", "42/x,[\"x\"]", "41/x,", "44/x,\"x\"", "42[\"after\"]"),
                        List.of("open", "connect S1", "event after []")),
                webSocket(
                        "text in place of an attachment",
                        List.of(OPEN, HEAR, GRANT, "451-[\"b\",{\"_placeholder\":true,\"num\":0}]", "42[\"x\"]"),
                        brokenAfterwards),
                webSocket("binary that nobody announced", List.of(OPEN, HEAR, GRANT, "<abc"), brokenAfterwards),
                webSocket("an unknown type", List.of(OPEN, HEAR, GRANT, "47"), brokenAfterwards),
                webSocket("a reserved name", List.of(OPEN, HEAR, GRANT, "42[\"disconnect\"]"), brokenAfterwards),
                webSocket(
                        "a refusal of what was granted",
                        List.of(OPEN, HEAR, GRANT, "44{\"message\":\"late\"}"),
                        List.of("open", "connect S1", "close forced close", "connect_error late")));
    }

    private static Stream<ArgumentSet> frames() {
        List<String> brokenAfterwards = List.of(
                "open", "connect S1", "error server error", "close transport error", "disconnect transport error");
        return Stream.of(
                webSocket(
                        "a close packet over WebSocket means nothing",
                        List.of(OPEN, HEAR, GRANT, "1", "42[\"after\"]"),
                        List.of("open", "connect S1", "event after []")),
                webSocket(
                        "a namespace that is left before it was granted",
                        List.of(OPEN, HEAR, "41"),
                        List.of("open", "close forced close", "disconnect io server disconnect")),
                webSocket(
                        "an unknown packet before the grant",
                        List.of(OPEN, HEAR, "8"),
                        List.of(
                                "open",
                                "error server error",
                                "connect_error server error",
                                "close transport error",
                                "disconnect transport error")),
                webSocket("an unknown packet", List.of(OPEN, HEAR, GRANT, "8"), brokenAfterwards),
                webSocket("an empty packet", List.of(OPEN, HEAR, GRANT, ""), brokenAfterwards),
                webSocket(
                        "a count of attachments in hexadecimal",
                        List.of(OPEN, HEAR, GRANT, "450x1-[\"b\",{\"_placeholder\":true,\"num\":0}]", "<abc"),
                        List.of("open", "connect S1", "event b [\"YWJj\"]")),
                webSocket(
                        "a session whose id is a number",
                        List.of(OPEN.replace("\"E1\"", "12"), HEAR, GRANT),
                        List.of("open", "connect S1")),
                brokenFrame("a frame of an unknown kind", "830134"),
                brokenFrame("a frame that is masked", "81810000000034"),
                granted("5", "connect 5"),
                granted("true", "connect true"),
                granted("{\"a\":1}", "connect {\"a\":1}"));
    }

    private static Stream<ArgumentSet> requests() {
        return Stream.of(
                polling(
                        "a refused POST before the grant",
                        List.of(OPEN),
                        List.of("400 Bad Request"),
                        List.of(
                                "open",
                                "error xhr post error",
                                "connect_error xhr post error",
                                "close transport error",
                                "disconnect transport error"),
                        List.of("40", "1")),
                polling(
                        "a flood of noops",
                        List.of(OPEN, GRANT + "\u001e6".repeat(1_000) + "\u001e42[\"after\"]"),
                        List.of(),
                        List.of("open", "connect S1", "event after []"),
                        List.of("40")),
                polling(
                        "a page in place of a poll's answer",
                        List.of(OPEN, GRANT, "<html>"),
                        List.of(),
                        List.of(
                                "open",
                                "connect S1",
                                "error server error",
                                "close transport error",
                                "disconnect transport error"),
                        List.of("40", "1")),
                polling(
                        "a refused poll",
                        List.of(OPEN, GRANT, "!500 Broken"),
                        List.of(),
                        List.of(
                                "open",
                                "connect S1",
                                "error xhr poll error",
                                "close transport error",
                                "disconnect transport error"),
                        List.of("40", "1")),
                polling(
                        "what waits is sent before the end that a broken packet causes",
                        List.of(OPEN, GRANT, "42[\"go\"]", "42["),
                        List.of(),
                        List.of(
                                "open",
                                "connect S1",
                                "event go []",
                                "leaving a",
                                "leaving b",
                                "close parse error",
                                "disconnect parse error"),
                        List.of("40", "42[\"a\"]", "42[\"b\"]", "1")),
                polling(
                        "base64 of the URL's alphabet, with blanks",
                        List.of(OPEN, GRANT, "451-[\"b\",{\"_placeholder\":true,\"num\":0}]\u001eb__ -_"),
                        List.of(),
                        List.of("open", "connect S1", "event b [\"//+/\"]"),
                        List.of("40")));
    }

    @ParameterizedTest
    @MethodSource({"frames", "packets", "requests"})
    void bothHearAndSayTheSame(String name, Odd odd) {
        Outcome expected = new Outcome(odd.lines(), odd.said());
        assertThat(reference(name, odd)).as("npm socket.io-client").isEqualTo(expected);
        assertThat(ours(odd)).as("ours").isEqualTo(expected);
    }

    /** Ids that JavaScript calls false; the message is in words of our own. */
    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"0", "false", "null", "\"\""})
    void aGrantWithoutAnId(String id) {
        List<String> script = List.of(OPEN, HEAR, "40{\"sid\":" + id + "}");
        List<String> lines = List.of("open", "connect_error");
        Odd odd = new Odd(Transport.WEBSOCKET, heard -> OddServers.webSocket(heard, script), lines, List.of("1 40"));
        assertThat(reference("no id: " + id, odd).lines().getLast()).startsWith("connect_error").contains("v2.x");
        assertThat(ours(odd).lines().getLast()).startsWith("connect_error").contains("2.x");
    }

    private Outcome reference(String name, Odd odd) {
        Queue<String> said = new ConcurrentLinkedQueue<>();
        List<String> lines = new ArrayList<>();
        try (RawServer server = new RawServer(odd.server().apply(said))) {
            reference.command(Map.of(
                    "do", "open", "client", name, "url", server.url(), "transports", List.of(odd.transport().label())));
            while (lines.size() < odd.lines().size()) {
                lines.add(reference
                        .await(
                                "a line of " + name + " after " + lines,
                                line -> name.equals(line.path("client").asText()))
                        .path("line")
                        .asText());
            }
            awaitSaid(said, odd);
        }
        return new Outcome(lines, OddServers.taken(said));
    }

    private static Outcome ours(Odd odd) {
        Queue<String> said = new ConcurrentLinkedQueue<>();
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        try (RawServer server = new RawServer(odd.server().apply(said));
                SioClient client = SioClient.builder(server.url())
                        .transports(odd.transport())
                        .reconnection(Reconnection.OFF)
                        .listener(connection(lines))
                        .build()) {
            ClientSocket socket = client.socket("/");
            socket.listen(listener(lines));
            socket.onAnyOutgoing((event, arguments) -> lines.add("leaving " + event));
            socket.onAny((event, arguments, ack) -> {
                lines.add("event " + event + " " + shown(arguments));
                if (event.equals("go")) {
                    socket.emit("a").emit("b");
                }
            });
            socket.connect();
            Awaitility.await("lines").atMost(Peer.PATIENCE).until(() -> lines.size() >= odd.lines().size());
            awaitSaid(said, odd);
        }
        return new Outcome(OddServers.taken(lines).subList(0, odd.lines().size()), OddServers.taken(said));
    }

    private static void awaitSaid(Queue<String> said, Odd odd) {
        Awaitility.await("what the client says").atMost(Peer.PATIENCE).untilAsserted(() -> assertThat(said)
                .hasSizeGreaterThanOrEqualTo(odd.said().size()));
    }

    private static String shown(io.sioscope.protocol.socketio.Arguments arguments) {
        return arguments.attachments().isEmpty()
                ? arguments.values().toString()
                : "[\"" + Base64.getEncoder().encodeToString(arguments.attachments().getFirst().toArray()) + "\"]";
    }

    private static ClientListener connection(Queue<String> lines) {
        return new ClientListener() {
            @Override
            public void opened(String engineId, Transport transport) {
                lines.add("open");
            }

            @Override
            public void error(ConnectFailure failure) {
                lines.add("error " + failure.message());
            }

            @Override
            public void closed(CloseReason reason, CloseDetail detail) {
                lines.add("close " + reason.text());
            }
        };
    }

    private static SocketListener listener(Queue<String> lines) {
        return new SocketListener() {
            @Override
            public void connected(String id) {
                lines.add("connect " + id);
            }

            @Override
            public void connectError(ConnectError error) {
                lines.add("connect_error " + error.message());
            }

            @Override
            public void disconnected(CloseReason reason, CloseDetail detail) {
                lines.add("disconnect " + reason.text());
            }
        };
    }
}

package io.sioscope.protocol.client;

import static io.sioscope.protocol.Transport.POLLING;
import static io.sioscope.protocol.Transport.WEBSOCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.NodePeer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

/** The client against npm socket.io 4.8: what both sides see. */
@NeedsNode
@NoLeaks
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodeServerTest {
    private static final Duration ACK = Duration.ofSeconds(20);

    private NodePeer server;

    @BeforeAll
    void start() {
        server = NodePeer.start(
                "server.cjs",
                Map.of("namespaces", List.of("/", "/chat", "/admin"), "tokens", Map.of("/admin", "secret")));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private SioClientBuilder to() {
        return SioClient.builder("http://127.0.0.1:" + server.port());
    }

    private static Stream<ArgumentSet> ways() {
        return Stream.of(
                org.junit.jupiter.params.provider.Arguments.argumentSet("polling", List.of(POLLING)),
                org.junit.jupiter.params.provider.Arguments.argumentSet("websocket", List.of(WEBSOCKET)),
                org.junit.jupiter.params.provider.Arguments.argumentSet("upgrade", List.of(POLLING, WEBSOCKET)));
    }

    private static Transport[] array(List<Transport> way) {
        return way.toArray(Transport[]::new);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void speaksBothWays(List<Transport> way) {
        Record record = new Record();
        try (SioClient client = to().transports(array(way)).listener(record.client()).build()) {
            ClientSocket socket = client.socket("/");
            socket.listen(record.socket());
            socket.onAny(record.events());
            socket.on("question", (arguments, ack) -> ack.orElseThrow().send("answer", 42));
            socket.connect();
            record.await("connected");
            JsonNode seen = server.await("connection", line -> is(line, "connection", socket));
            assertThat(seen.path("namespace").asText()).isEqualTo("/");
            assertThat(socket.connected()).isTrue();

            Arguments answer = socket.emitWithAck(ACK, "save", "text", 1, Map.of("deep", List.of(true)))
                    .join();
            assertThat(answer.values()).extracting(JsonNode::toString).containsExactly("\"text\"", "1", "{\"deep\":[true]}");
            record.await("event save [\"text\",1,{\"deep\":[true]}]");

            byte[] bytes = {0, 1, 2, (byte) 0xff};
            Arguments binary = socket.emitWithAck(ACK, "bin", bytes, Map.of("in", Bytes.wrap(new byte[0]))).join();
            assertThat(binary.attachments()).containsExactly(Bytes.wrap(bytes), Bytes.EMPTY);
            record.await("event bin 2 attachments");

            socket.emit("ask", "question", "is it?");
            JsonNode answered = server.await("answer", line -> is(line, "answer", socket));
            assertThat(answered.path("args").toString()).isEqualTo("[\"answer\",42]");
            if (way.size() == 2) {
                record.await("upgraded POLLING WEBSOCKET");
                assertThat(client.transport()).contains(WEBSOCKET);
            }
            socket.disconnect();
            record.await("disconnected io client disconnect");
            record.await("closed forced close");
            JsonNode left = server.await("disconnect", line -> is(line, "disconnect", socket, seen));
            assertThat(left.path("reason").asText()).isEqualTo("client namespace disconnect");
        }
    }

    private static boolean is(JsonNode line, String type, ClientSocket socket) {
        return line.path("type").asText().equals(type)
                && socket.id().map(line.path("socket").asText()::equals).orElse(false);
    }

    private static boolean is(JsonNode line, String type, ClientSocket socket, JsonNode connection) {
        return line.path("type").asText().equals(type)
                && line.path("socket").equals(connection.path("socket"));
    }

    @Test
    void anAckThatDoesNotComeTimesOut() {
        Record record = new Record();
        try (SioClient client = to().build()) {
            ClientSocket socket = client.socket("/");
            socket.listen(record.socket());
            socket.connect();
            record.await("connected");
            var never = socket.emitWithAck(Duration.ofMillis(200), "silent");
            assertThatThrownBy(never::join)
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOf(AckException.TimedOut.class)
                    .hasMessage("operation has timed out");
            var lost = socket.emitWithAck(ACK, "silent");
            socket.disconnect();
            assertThatThrownBy(lost::join)
                    .cause()
                    .isInstanceOf(AckException.Disconnected.class)
                    .hasMessage("socket has been disconnected");
        }
    }
}

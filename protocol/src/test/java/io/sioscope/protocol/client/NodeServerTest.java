package io.sioscope.protocol.client;

import static io.sioscope.protocol.Transport.POLLING;
import static io.sioscope.protocol.Transport.WEBSOCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.Reconnection;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.Peer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

    private Peer server;

    @BeforeAll
    void start() {
        server = Peer.start(
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
            JsonNode left = server.await("disconnect", line -> is(line, "disconnect", seen));
            assertThat(left.path("reason").asText()).isEqualTo("client namespace disconnect");
        }
    }

    private static boolean is(JsonNode line, String type, ClientSocket socket) {
        return line.path("type").asText().equals(type)
                && socket.id().map(line.path("socket").asText()::equals).orElse(false);
    }

    private static boolean is(JsonNode line, String type, JsonNode connection) {
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

    @Test
    void namespacesShareAConnectionAndAuthDecides() {
        Record root = new Record();
        Record chat = new Record();
        Record refused = new Record();
        Record granted = new Record();
        Record unknown = new Record();
        try (SioClient client = to().listener(root.client()).build();
                SioClient other = to().build()) {
            connect(client.socket("/"), root);
            connect(client.socket("chat"), chat);
            connect(client.socket("/admin", Map.of("token", "wrong")), refused);
            connect(client.socket("/nowhere"), unknown);
            connect(other.socket("/admin", Map.of("token", "secret")), granted);
            root.await("connected");
            chat.await("connected");
            granted.await("connected");
            assertThat(refused.await("connectError"))
                    .isEqualTo("connectError not authorized {\"namespace\":\"/admin\",\"need\":\"token\"}");
            assertThat(unknown.await("connectError")).isEqualTo("connectError Invalid namespace");
            assertThat(client.socket("/admin").active()).isFalse();
            assertThat(root.count("opened")).isEqualTo(1);

            client.socket("/chat").emit("hello", 1);
            client.socket("/").emit("hello", 2);
            chat.await("event hello [1]");
            root.await("event hello [2]");
            client.socket("/").disconnect();
            root.await("disconnected io client disconnect");
            client.socket("/chat").emit("still", 3);
            chat.await("event still [3]");
            assertThat(root.count("closed")).isZero();
        }
        chat.await("disconnected io client disconnect");
        root.await("closed forced close");
    }

    private static void connect(ClientSocket socket, Record record) {
        socket.listen(record.socket());
        socket.onAny(record.events());
        socket.connect();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theServersDisconnectIsToldAndNotRepaired(List<Transport> way) {
        Record record = new Record();
        try (SioClient client = to().transports(array(way)).listener(record.client()).build()) {
            ClientSocket socket = client.socket("/");
            connect(socket, record);
            record.await("connected");
            socket.emit("bye", false);
            record.await("disconnected io server disconnect");
            record.await("closed forced close");
            assertThat(socket.active()).isFalse();
            assertThat(record.count("reconnectAttempt")).isZero();
            socket.connect();
            record.await("a second connection", line -> record.count("connected") == 2);
            socket.emit("bye", true);
            record.await("a second disconnection", line -> record.count("disconnected io server disconnect") == 2);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void comesBackWhenTheServerDoes(List<Transport> way) {
        Record record = new Record();
        Peer first = Peer.start("server.cjs", Map.of());
        int port = first.port();
        try (SioClient client = SioClient.builder("http://127.0.0.1:" + port)
                .transports(array(way))
                .reconnection(new Reconnection(true, Reconnection.UNLIMITED, 50, 200, 0.5))
                .listener(record.client())
                .build()) {
            ClientSocket socket = client.socket("/");
            connect(socket, record);
            record.await("connected");
            if (way.size() == 2) {
                record.await("upgraded");
            }
            first.kill();
            String reason = record.await("disconnected");
            assertThat(reason).startsWith(way.size() == 1 && way.contains(POLLING)
                    ? "disconnected transport error"
                    : "disconnected transport close");
            record.await("reconnectError Refused");
            socket.emit("kept", 7);
            try (Peer second = Peer.start("server.cjs", Map.of("port", port))) {
                record.await("reconnected");
                record.await("event kept [7]");
                assertThat(record.count("connected")).isEqualTo(2);
                socket.disconnect();
                second.await("disconnect");
            }
        } finally {
            first.close();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aServerThatClosesDownIsATransportClose(List<Transport> way) {
        Record record = new Record();
        try (Peer own = Peer.start("server.cjs", Map.of());
                SioClient client = SioClient.builder("http://127.0.0.1:" + own.port())
                        .transports(array(way))
                        .reconnection(Reconnection.OFF)
                        .build()) {
            connect(client.socket("/"), record);
            record.await("connected");
            own.command(Map.of("do", "close"));
            assertThat(record.await("disconnected")).startsWith("disconnected transport ");
        }
    }

    @Test
    void aBodyAboveTheServersLimitIsATransportErrorWithItsStatus() {
        Record record = new Record();
        try (SioClient client = to().transports(POLLING).reconnection(Reconnection.OFF).build()) {
            connect(client.socket("/"), record);
            record.await("connected");
            client.socket("/").emit("big", "x".repeat(1_000_001));
            assertThat(record.await("disconnected")).isEqualTo("disconnected transport error / HTTP 413 413");
        }
    }

    @Test
    void aMessageAboveTheServersLimitIsATransportCloseWithItsCode() {
        Record record = new Record();
        try (SioClient client =
                to().transports(WEBSOCKET).reconnection(Reconnection.OFF).build()) {
            connect(client.socket("/"), record);
            record.await("connected");
            client.socket("/").emit("big", "x".repeat(1_000_001));
            assertThat(record.await("disconnected")).startsWith("disconnected transport close").endsWith(" 1009");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aThousandEventsKeepTheirOrder(List<Transport> way) {
        Record record = new Record();
        try (SioClient client = to().transports(array(way)).build()) {
            ClientSocket socket = client.socket("/");
            List<Integer> seen = new CopyOnWriteArrayList<>();
            socket.on("n", (arguments, ack) -> seen.add(arguments.value(0).intValue()));
            connect(socket, record);
            record.await("connected");
            for (int i = 0; i < 1000; i++) {
                socket.emit("n", i, "x".repeat(2000));
            }
            Arguments last = socket.emitWithAck(ACK, "last").join();
            assertThat(last.count()).isZero();
            record.await("event last");
            assertThat(seen).containsExactlyElementsOf(IntStream.range(0, 1000).boxed().toList());
        }
    }

    @Test
    void headersQueryAndAuthReachTheServer() {
        Record record = new Record();
        try (SioClient client = SioClient.builder("http://127.0.0.1:" + server.port() + "/chat?from=url&é=ü%20&b=")
                .header("X-Test", "yes")
                .header("user-agent", "mine")
                .build()) {
            ClientSocket socket = client.socket("/chat", Map.of("token", List.of(1, "two")));
            connect(socket, record);
            record.await("connected");
            JsonNode seen = server.await("connection", line -> is(line, "connection", socket));
            assertThat(seen.path("headers").path("x-test").asText()).isEqualTo("yes");
            assertThat(seen.path("headers").path("user-agent").asText()).isEqualTo("mine");
            assertThat(seen.path("query").path("from").asText()).isEqualTo("url");
            assertThat(seen.path("query").path("é").asText()).isEqualTo("ü ");
            assertThat(seen.path("query").path("EIO").asText()).isEqualTo("4");
            assertThat(seen.path("auth").toString()).isEqualTo("{\"token\":[1,\"two\"]}");
        }
    }

    @Test
    void reservedNamesAreRefusedBeforeAnythingIsSent() {
        try (SioClient client = to().build()) {
            assertThatThrownBy(() -> client.socket("/").emit("disconnect"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("\"disconnect\" is a reserved event name");
            assertThatThrownBy(() -> client.socket("/").emitWithAck(ACK, "newListener"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> client.socket("/").emitWithAck(Duration.ZERO, "x"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anAckCanBeGivenOnceAndLaterAndFromAnyThread() {
        Record record = new Record();
        CompletableFuture<AckReply> asked = new CompletableFuture<>();
        try (SioClient client = to().build()) {
            ClientSocket socket = client.socket("/");
            socket.on("question", (arguments, ack) -> asked.complete(ack.orElseThrow()));
            connect(socket, record);
            record.await("connected");
            socket.emit("ask", "question");
            AckReply reply = asked.orTimeout(20, TimeUnit.SECONDS).join();
            assertThat(reply.isSent()).isFalse();
            assertThat(reply.send(new byte[] {9})).isTrue();
            assertThat(reply.send("again")).isFalse();
            assertThat(reply.isSent()).isTrue();
            JsonNode answer = server.await("answer", line -> is(line, "answer", socket));
            assertThat(answer.path("args").toString()).isEqualTo("[{\"$binary\":\"CQ==\"}]");
        }
    }

    @Test
    void aHandlerThatThrowsDoesNotKeepTheOthersFromTheirCall() {
        Record record = new Record();
        try (SioClient client = to().build()) {
            ClientSocket socket = client.socket("/");
            socket.on("x", (arguments, ack) -> {
                throw new IllegalStateException("thrown on purpose");
            });
            Subscription gone = socket.onAny((event, arguments, ack) -> asserted(event));
            gone.close();
            connect(socket, record);
            record.await("connected");
            socket.emit("x", 1);
            record.await("event x [1]");
            assertThat(socket.emitWithAck(ACK, "y").join().count()).isZero();
        }
    }

    private static void asserted(String event) {
        throw new AssertionError(event + " reached a handler that was taken away");
    }
}

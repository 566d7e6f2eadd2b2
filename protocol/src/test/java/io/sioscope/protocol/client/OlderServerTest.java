package io.sioscope.protocol.client;

import static io.sioscope.protocol.Transport.POLLING;
import static io.sioscope.protocol.Transport.WEBSOCKET;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.EngineChoice;
import io.sioscope.protocol.session.Reconnection;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.Peer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The client against npm socket.io 2.5.1: Engine.IO 3, Socket.IO 4. */
@NeedsNode
@NoLeaks
class OlderServerTest {
    private static final Duration ACK = Duration.ofSeconds(20);

    private static SioClientBuilder to(Peer server) {
        return SioClient.builder("http://127.0.0.1:" + server.port()).engine(EngineChoice.V3);
    }

    private static ClientSocket connect(SioClient client, String namespace, Record record) {
        ClientSocket socket = client.socket(namespace);
        socket.listen(record.socket());
        socket.onAny(record.events());
        return socket.connect();
    }

    private static boolean is(JsonNode line, String type, ClientSocket socket) {
        return line.path("type").asText().equals(type)
                && socket.id().map(line.path("socket").asText()::equals).orElse(false);
    }

    private static Transport[] way(String names) {
        return List.of(names.split("\\+")).stream().map(name -> Transport.of(name).orElseThrow()).toArray(Transport[]::new);
    }

    @ParameterizedTest
    @CsvSource({
        "polling, false",
        "polling, true",
        "websocket, false",
        "websocket, true",
        "polling+websocket, false",
        "polling+websocket, true"
    })
    void speaksBothWays(String transports, boolean base64) {
        Record record = new Record();
        try (Peer server = Peer.start("server2.cjs", Map.of());
                SioClient client = to(server)
                        .transports(way(transports))
                        .forceBase64(base64)
                        .listener(record.client())
                        .build()) {
            ClientSocket socket = client.socket("/");
            socket.on("question", (arguments, ack) -> ack.orElseThrow().send("answer", new byte[] {7}));
            connect(client, "/", record);
            record.await("connected");
            assertThat(socket.id()).isEqualTo(client.engineId());
            JsonNode seen = server.await("connection", line -> is(line, "connection", socket));
            assertThat(seen.path("query").path("EIO").asText()).isEqualTo("3");

            Arguments answer = socket.emitWithAck(ACK, "save", "é🙂", 1, Map.of("deep", List.of(true)))
                    .join();
            assertThat(answer.values()).extracting(JsonNode::toString).containsExactly("\"é🙂\"", "1", "{\"deep\":[true]}");
            record.await("event save [\"é🙂\",1,{\"deep\":[true]}]");

            byte[] bytes = {0, 1, 2, (byte) 0xff};
            Arguments binary = socket.emitWithAck(ACK, "bin", "é", bytes, Map.of("in", Bytes.wrap(new byte[0])))
                    .join();
            assertThat(binary.attachments()).containsExactly(Bytes.wrap(bytes), Bytes.EMPTY);
            record.await("event bin 2 attachments");

            socket.emit("ask", "question", "is it?");
            JsonNode answered = server.await("answer", line -> is(line, "answer", socket));
            assertThat(answered.path("args").toString()).isEqualTo("[\"answer\",{\"$binary\":\"Bw==\"}]");
            if (transports.contains("+")) {
                record.await("upgraded POLLING WEBSOCKET");
            }
            socket.disconnect();
            record.await("disconnected io client disconnect");
            record.await("closed forced close");
            server.await("disconnect");
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void theClientSendsTheHeartbeatAndHearsItsAnswer(Transport transport) {
        Record record = new Record();
        try (Peer server = Peer.start("server2.cjs", Map.of("options", Map.of("pingInterval", 100, "pingTimeout", 400)));
                SioClient client =
                        to(server).transports(transport).listener(record.client()).build()) {
            connect(client, "/", record);
            record.await("ten heartbeats, three times as long as the server waits for one", line -> record.count("ping") >= 10);
            assertThat(record.count("disconnected")).isZero();
            assertThat(server.untaken()).noneMatch(line -> line.path("type").asText().equals("close"));
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void aNamespaceIsAskedForWithItsQuery(Transport transport) {
        Record root = new Record();
        Record chat = new Record();
        try (Peer server = Peer.start("server2.cjs", Map.of("namespaces", List.of("/chat")));
                SioClient client = to(server)
                        .transports(transport)
                        .query(Map.of("from", "a&b, c"))
                        .build()) {
            client.socket("/chat", Map.of("token", "x,y", "deep", List.of(1)));
            ClientSocket socket = connect(client, "/chat", chat);
            connect(client, "/", root);
            chat.await("connected");
            root.await("connected");
            assertThat(socket.id()).contains("/chat#" + client.engineId().orElseThrow());
            JsonNode seen = server.await("connection", line -> is(line, "connection", socket));
            assertThat(seen.path("query").path("from").asText()).isEqualTo("a&b, c");
            assertThat(seen.path("query").path("token").asText()).isEqualTo("x,y");
            assertThat(seen.path("query").path("deep").asText()).isEqualTo("[1]");
            socket.emit("hello", 1, new byte[] {1});
            chat.await("event hello 1 attachments");
            assertThat(root.count("event")).isZero();
        }
    }

    @Test
    void theRootNamespaceCanBeJoinedLaterAndLeftAndJoinedAgain() {
        Record root = new Record();
        Record chat = new Record();
        try (Peer server = Peer.start("server2.cjs", Map.of("namespaces", List.of("/chat")));
                SioClient client = to(server).transports(WEBSOCKET).build()) {
            connect(client, "/chat", chat);
            chat.await("connected");
            ClientSocket socket = connect(client, "/", root);
            root.await("connected");
            socket.disconnect();
            root.await("disconnected io client disconnect");
            server.await("the root's end", line -> line.path("reason").asText().equals("client namespace disconnect"));
            socket.connect();
            root.await("a second grant", line -> root.count("connected") == 2);
            socket.emit("again", 1);
            root.await("event again [1]");
        }
    }

    @Test
    void refusalsAreStringsOrObjects() {
        Record text = new Record();
        Record unknown = new Record();
        try (Peer server = Peer.start("server2.cjs", Map.of("namespaces", List.of("/admin"), "tokens", Map.of("/admin", "x")));
                SioClient client = to(server).build()) {
            connect(client, "/admin", text);
            connect(client, "/nowhere", unknown);
            assertThat(text.await("connectError")).isEqualTo("connectError not authorized");
            assertThat(unknown.await("connectError")).isEqualTo("connectError Invalid namespace");
            assertThat(client.socket("/admin").active()).isFalse();
        }
        Record object = new Record();
        Map<String, Object> config = Map.of(
                "namespaces", List.of("/admin"), "tokens", Map.of("/admin", "x"), "refusal", Map.of("message", "no", "code", 7));
        try (Peer server = Peer.start("server2.cjs", config);
                SioClient client = to(server).build()) {
            connect(client, "/admin", object);
            assertThat(object.await("connectError")).startsWith("connectError no {").contains("\"code\":7");
        }
    }

    @Test
    void aRefusedRootRefusesAllNamespaces() {
        Record root = new Record();
        Record chat = new Record();
        try (Peer server = Peer.start("server2.cjs", Map.of("namespaces", List.of("/chat"), "tokens", Map.of("/", "x")));
                SioClient client = to(server).build()) {
            connect(client, "/chat", chat);
            connect(client, "/", root);
            assertThat(root.await("connectError")).isEqualTo("connectError not authorized");
            assertThat(chat.await("connectError")).isEqualTo("connectError not authorized");
        }
    }

    /** socket.io-client 2.5 calls it the event "error". */
    @Test
    void anErrorOfAConnectedSocketIsAnEvent() {
        Record record = new Record();
        try (Peer server = Peer.start("server2.cjs", Map.of());
                SioClient client = to(server).build()) {
            ClientSocket socket = connect(client, "/", record);
            record.await("connected");
            socket.emit("fail", "not like that");
            record.await("event error [\"not like that\"]");
            assertThat(socket.connected()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"polling, transport error", "websocket, transport close"})
    void comesBackWhenTheServerDoes(String transport, String reason) {
        Record record = new Record();
        Peer first = Peer.start("server2.cjs", Map.of());
        try (SioClient client = to(first)
                .transports(way(transport))
                .reconnection(new Reconnection(true, Reconnection.UNLIMITED, 50, 200, 0.5))
                .listener(record.client())
                .build()) {
            ClientSocket socket = connect(client, "/", record);
            record.await("connected");
            first.kill();
            record.await("disconnected " + reason);
            record.await("reconnectError Refused");
            socket.emit("kept", 7);
            try (Peer second = Peer.start("server2.cjs", Map.of("port", first.port()))) {
                record.await("reconnected");
                record.await("event kept [7]");
                second.await("connection");
            }
        } finally {
            first.close();
        }
    }

    @Test
    void theServersDisconnectIsFinal() {
        Record record = new Record();
        try (Peer server = Peer.start("server2.cjs", Map.of());
                SioClient client = to(server).listener(record.client()).build()) {
            ClientSocket socket = connect(client, "/", record);
            record.await("connected");
            socket.emit("bye", false);
            record.await("disconnected io server disconnect");
            record.await("closed forced close");
            assertThat(socket.active()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"polling", "websocket", "polling+websocket"})
    void aThousandEventsKeepTheirOrder(String transports) {
        Record record = new Record();
        try (Peer server = Peer.start("server2.cjs", Map.of());
                SioClient client = to(server).transports(way(transports)).build()) {
            ClientSocket socket = connect(client, "/", record);
            record.await("connected");
            List<Integer> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
            socket.on("n", (arguments, ack) -> seen.add(arguments.value(0).intValue()));
            for (int i = 0; i < 1000; i++) {
                socket.emit("n", i, i % 10 == 0 ? Bytes.wrap(new byte[] {(byte) i, -1}) : "é🙂");
            }
            socket.emitWithAck(ACK, "last").join();
            record.await("event last");
            assertThat(seen).containsExactlyElementsOf(IntStream.range(0, 1000).boxed().toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"polling, FRAMING", "polling+websocket, FRAMING", "websocket, SERVER_SPOKE_FIRST"})
    void detectionFindsItWithoutASecondSession(String transports, String how) {
        Record record = new Record();
        try (Peer server = Peer.start("server2.cjs", Map.of());
                SioClient client = to(server)
                        .engine(EngineChoice.DETECT)
                        .transports(way(transports))
                        .listener(record.client())
                        .build()) {
            ClientSocket socket = connect(client, "/", record);
            record.await("connected");
            assertThat(record.lines().getFirst()).isEqualTo("found V3 " + how);
            if (transports.contains("+")) {
                record.await("upgraded POLLING WEBSOCKET");
            }
            assertThat(socket.emitWithAck(ACK, "echo", new byte[] {1}).join().attachments()).hasSize(1);
            server.await("connection");
            assertThat(server.untaken()).noneMatch(line -> line.path("type").asText().equals("connection"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3.1.2, polling, FRAMING",
        "3.1.2, websocket, SERVER_WAITED",
        "4.0.0, polling, FRAMING",
        "4.0.0, websocket, SERVER_WAITED",
        ", polling, FRAMING",
        ", websocket, MAX_PAYLOAD"
    })
    void detectionFindsNewerServersToo(String version, String transport, String how) {
        Record record = new Record();
        try (Peer server = Peer.start("server.cjs", version == null ? Map.of() : Map.of("version", version));
                SioClient client = to(server)
                        .engine(EngineChoice.DETECT)
                        .transports(way(transport))
                        .listener(record.client())
                        .build()) {
            ClientSocket socket = connect(client, "/", record);
            record.await("connected");
            assertThat(record.lines().getFirst()).isEqualTo("found V4 " + how);
            assertThat(socket.emitWithAck(ACK, "echo", new byte[] {1}).join().attachments()).hasSize(1);
        }
    }

    @Test
    void theWrongChoiceIsNamed() {
        Record newer = new Record();
        try (Peer server = Peer.start("server2.cjs", Map.of());
                SioClient client = to(server)
                        .engine(EngineChoice.V4)
                        .transports(POLLING)
                        .reconnection(false)
                        .listener(newer.client())
                        .connect()) {
            assertThat(newer.await("error")).isEqualTo("error OtherVersion[transport=POLLING, spoken=V3]");
            assertThat(client.isOpen()).isFalse();
        }
        Record older = new Record();
        try (Peer server = Peer.start("server.cjs", Map.of());
                SioClient client = to(server)
                        .transports(POLLING)
                        .reconnection(false)
                        .listener(older.client())
                        .connect()) {
            assertThat(older.await("error")).contains("engineCode=5", "Unsupported protocol version");
            assertThat(client.isOpen()).isFalse();
        }
    }

    /** A newer server that also serves older clients, asked as by one. */
    @ParameterizedTest
    @CsvSource({"polling", "websocket", "polling+websocket"})
    void aNewerServerWithAllowEio3(String transports) {
        Record record = new Record();
        Record chat = new Record();
        Map<String, Object> config =
                Map.of("namespaces", List.of("/", "/chat"), "options", Map.of("allowEIO3", true));
        try (Peer server = Peer.start("server.cjs", config);
                SioClient client = to(server).transports(way(transports)).build()) {
            ClientSocket socket = connect(client, "/", record);
            client.socket("/chat", Map.of("token", "abc"));
            connect(client, "/chat", chat);
            record.await("connected");
            chat.await("connected");
            JsonNode seen = server.await("the chat", line -> line.path("namespace").asText().equals("/chat"));
            assertThat(seen.path("auth").path("token").asText()).isEqualTo("abc");
            assertThat(seen.path("eio").asInt()).isEqualTo(3);
            assertThat(socket.emitWithAck(ACK, "echo", "é", new byte[] {1}).join().attachments()).hasSize(1);
        }
    }
}

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
import io.sioscope.protocol.socketio.PacketParser;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.Peer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The client against npm socket.io of several versions: what people look for when something goes wrong. */
@NeedsNode
@NoLeaks
class NodeBehaviourTest {
    private static final Duration ACK = Duration.ofSeconds(20);
    private static final Reconnection QUICK = new Reconnection(true, Reconnection.UNLIMITED, 50, 200, 0.5);

    private static SioClientBuilder to(Peer server) {
        return SioClient.builder("http://127.0.0.1:" + server.port()).reconnection(QUICK);
    }

    private static ClientSocket connect(SioClient client, String namespace, Record record) {
        ClientSocket socket = client.socket(namespace);
        socket.listen(record.socket());
        socket.onAny(record.events());
        return socket.connect();
    }

    private static Transport[] way(String names) {
        return List.of(names.split("\\+")).stream().map(name -> Transport.of(name).orElseThrow()).toArray(Transport[]::new);
    }

    private static boolean is(JsonNode line, String type) {
        return line.path("type").asText().equals(type);
    }

    @ParameterizedTest
    @CsvSource({
        "3.1.2, polling, false",
        "3.1.2, websocket, true",
        "3.1.2, polling+websocket, false",
        "4.0.0, polling, true",
        "4.0.0, websocket, false",
        "4.0.0, polling+websocket, true",
        ", polling, true",
        ", websocket, true",
        ", polling+websocket, true"
    })
    void speaksWithEveryGeneration(String version, String transports, boolean base64) {
        Record record = new Record();
        Map<String, Object> config = version == null
                ? Map.of("namespaces", List.of("/", "/chat"))
                : Map.of("namespaces", List.of("/", "/chat"), "version", version);
        try (Peer server = Peer.start("server.cjs", config);
                SioClient client = to(server)
                        .transports(way(transports))
                        .forceBase64(base64)
                        .listener(record.client())
                        .build()) {
            ClientSocket socket = connect(client, "/chat", record);
            socket.on("question", (arguments, ack) -> ack.orElseThrow().send("answer", new byte[] {7}));
            record.await("connected");
            Arguments answer = socket.emitWithAck("mixed", "é🙂", new byte[] {1, 2}, 3).orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join();
            assertThat(answer.attachments()).containsExactly(Bytes.wrap(new byte[] {1, 2}));
            record.await("event mixed 1 attachments");
            socket.emit("ask", "question", "is it?");
            assertThat(server.await("answer").path("args").toString()).isEqualTo("[\"answer\",{\"$binary\":\"Bw==\"}]");
            if (transports.contains("+")) {
                record.await("upgraded POLLING WEBSOCKET");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"polling, false", "websocket, false", "polling+websocket, false", "websocket, true"})
    void speaksMessagePack(String transports, boolean base64) {
        Record record = new Record();
        Record refused = new Record();
        Map<String, Object> config = Map.of(
                "msgpack", true, "namespaces", List.of("/", "/admin"), "tokens", Map.of("/admin", "secret"));
        try (Peer server = Peer.start("server.cjs", config);
                SioClient client = to(server)
                        .transports(way(transports))
                        .parser(PacketParser.MSGPACK)
                        .forceBase64(base64)
                        .listener(record.client())
                        .build()) {
            ClientSocket socket = connect(client, "/", record);
            client.socket("/admin", Map.of("token", "wrong"));
            connect(client, "/admin", refused);
            record.await("connected");
            assertThat(refused.await("connectError"))
                    .isEqualTo("connectError not authorized {\"namespace\":\"/admin\",\"need\":\"token\"}");
            Arguments answer = socket.emitWithAck(ACK, "mixed", "é🙂", new byte[] {1, 2}, 3.5, Map.of("deep", List.of(true)))
                    .join();
            assertThat(answer.attachments()).containsExactly(Bytes.wrap(new byte[] {1, 2}));
            assertThat(answer.value(0).textValue()).isEqualTo("é🙂");
            assertThat(answer.value(2).doubleValue()).isEqualTo(3.5);
            assertThat(answer.value(3).toString()).isEqualTo("{\"deep\":[true]}");
            record.await("event mixed 1 attachments");
            socket.on("question", (arguments, ack) -> ack.orElseThrow().send("answer", new byte[] {7}));
            socket.emit("ask", "question");
            assertThat(server.await("answer").path("args").toString()).isEqualTo("[\"answer\",{\"$binary\":\"Bw==\"}]");
            socket.emit("bye", false);
            record.await("disconnected io server disconnect");
        }
    }

    /** Nothing on the wire tells of a parser: each side takes the other's packets for broken ones. */
    @Test
    void aParserThatTheServerDoesNotSpeakIsAnEndWithAFault() {
        Record json = new Record();
        try (Peer server = Peer.start("server.cjs", Map.of("msgpack", true));
                SioClient client = to(server).transports(WEBSOCKET).reconnection(false).listener(json.client()).build()) {
            connect(client, "/", json);
            json.await("closed transport close");
        }
        Record packed = new Record();
        try (Peer server = Peer.start("server.cjs", Map.of());
                SioClient client = to(server)
                        .transports(WEBSOCKET)
                        .parser(PacketParser.MSGPACK)
                        .reconnection(false)
                        .listener(packed.client())
                        .build()) {
            connect(client, "/", packed);
            packed.await("closed transport close");
        }
    }

    @ParameterizedTest
    @CsvSource({"polling", "websocket", "polling+websocket"})
    void missedEventsAreRecovered(String transports) {
        Record record = new Record();
        Map<String, Object> config = Map.of("options", Map.of("connectionStateRecovery", Map.of()));
        try (Peer server = Peer.start("server.cjs", config);
                SioClient client = SioClient.builder("http://127.0.0.1:" + server.port())
                        .transports(way(transports))
                        .reconnection(new Reconnection(true, Reconnection.UNLIMITED, 500, 500, 0))
                        .listener(record.client())
                        .build()) {
            ClientSocket socket = connect(client, "/", record);
            record.await("connected");
            assertThat(socket.recovered()).isFalse();
            if (transports.contains("+")) {
                record.await("upgraded");
            }
            String id = socket.id().orElseThrow();
            assertThat(socket.emitWithAck(ACK, "join", "room").join().count()).isZero();
            server.command(Map.of("do", "emit", "event", "before", "args", List.of(1)));
            record.await("event before [1,");
            server.command(Map.of("do", "drop"));
            server.await("disconnect");
            server.command(Map.of("do", "emit", "room", "room", "event", "missed", "args", List.of(2)));
            server.command(Map.of("do", "emit", "room", "another", "event", "not ours", "args", List.of(3)));
            record.await("event missed [2,");
            record.await("a second connect", line -> record.count("connected") == 2);
            assertThat(socket.recovered()).isTrue();
            assertThat(socket.id()).contains(id);
            assertThat(record.lines().indexOf(record.await("event missed")))
                    .as("before connect is told")
                    .isLessThan(record.lines().lastIndexOf("connected " + id));
            assertThat(record.count("event not ours")).isZero();
        }
    }

    @Test
    void anEventIsSentAgainUntilTheServerAnswers() {
        Record record = new Record();
        try (Peer server = Peer.start("server.cjs", Map.of());
                SioClient client = to(server)
                        .ackTimeout(Duration.ofMillis(150))
                        .retries(2)
                        .listener(record.client())
                        .build()) {
            ClientSocket socket = connect(client, "/", record);
            var never = socket.emitWithAck("silent", 1);
            var next = socket.emitWithAck("loud", 2);
            assertThatThrownBy(never::join).cause().isInstanceOf(AckException.TimedOut.class);
            assertThat(next.join().value(0).intValue()).isEqualTo(2);
            socket.emitWithAck(ACK, "last").join();
            assertThat(server.untaken().stream().filter(line -> is(line, "event")).map(line -> line.path("event").asText()))
                    .containsExactly("silent", "silent", "silent", "loud", "last");
        }
    }

    @Test
    void aQueuedEventOutlivesTheConnection() {
        Record record = new Record();
        try (Peer server = Peer.start("server.cjs", Map.of());
                SioClient client = to(server)
                        .ackTimeout(Duration.ofSeconds(20))
                        .retries(10)
                        .listener(record.client())
                        .build()) {
            ClientSocket socket = connect(client, "/", record);
            record.await("connected");
            server.await("connection");
            server.command(Map.of("do", "drop"));
            record.await("disconnected transport close");
            assertThat(socket.emitWithAck("kept", 1).join().value(0).intValue()).isEqualTo(1);
        }
    }

    @Test
    void aPlainCallbackIsForgottenAndTheOthersHear() {
        Record record = new Record();
        AtomicInteger plain = new AtomicInteger();
        AtomicInteger timed = new AtomicInteger();
        AckHandler counting = new AckHandler() {
            @Override
            public void acknowledged(Arguments answer) {
                plain.addAndGet(100);
            }

            @Override
            public void failed(AckException why) {
                timed.incrementAndGet();
            }
        };
        try (Peer server = Peer.start("server.cjs", Map.of());
                SioClient client = to(server).listener(record.client()).build()) {
            ClientSocket socket = connect(client, "/", record);
            record.await("connected");
            socket.emit("silent", Arguments.NONE, answer -> plain.incrementAndGet());
            socket.timeout(ACK).emit("silent", Arguments.NONE, counting);
            var lost = socket.emitWithAck("silent");
            server.await("event");
            socket.emit("told", Arguments.NONE, answer -> plain.addAndGet(10));
            record.await("event told");
            server.command(Map.of("do", "drop"));
            assertThatThrownBy(lost::join).cause().isInstanceOf(AckException.Disconnected.class);
            record.await("a second connect", line -> record.count("connected") == 2);
            socket.emitWithAck(ACK, "after").join();
            assertThat(plain).hasValue(10);
            assertThat(timed).hasValue(1);
        }
    }

    @Test
    void volatileEventsAreLostWhereOthersWait() {
        Record record = new Record();
        try (Peer server = Peer.start("server.cjs", Map.of());
                SioClient client = to(server).listener(record.client()).build()) {
            ClientSocket socket = client.socket("/");
            socket.asVolatile().emit("lost", 1);
            socket.emit("kept", 2);
            connect(client, "/", record);
            record.await("event kept");
            socket.emitWithAck(ACK, "last").join();
            assertThat(server.untaken()).noneMatch(line -> line.path("event").asText().equals("lost"));
        }
    }

    @Test
    void authIsComputedAtEveryAttempt() {
        Record record = new Record();
        AtomicInteger count = new AtomicInteger();
        try (Peer server = Peer.start("server.cjs", Map.of());
                SioClient client = to(server).build()) {
            ClientSocket socket = client.socket("/").auth(give -> Thread.ofVirtual()
                    .start(() -> give.accept(Map.of("attempt", count.incrementAndGet()))));
            connect(client, "/", record);
            record.await("connected");
            assertThat(server.await("connection").path("auth").path("attempt").asInt()).isEqualTo(1);
            server.command(Map.of("do", "drop"));
            record.await("a second connect", line -> record.count("connected") == 2);
            assertThat(server.await("connection").path("auth").path("attempt").asInt()).isEqualTo(2);
            assertThat(socket.connected()).isTrue();
        }
    }

    @Test
    void anAuthThatThrowsIsARefusal() {
        Record record = new Record();
        try (Peer server = Peer.start("server.cjs", Map.of());
                SioClient client = to(server).listener(record.client()).build()) {
            ClientSocket socket = client.socket("/").auth(give -> {
                throw new IllegalStateException("no token at hand");
            });
            connect(client, "/", record);
            assertThat(record.await("connectError")).isEqualTo("connectError no auth: no token at hand");
            record.await("closed forced close");
            assertThat(socket.active()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"polling, transport close / transport closed by the server", "websocket, transport close / "})
    void theServersEndOfTheConnectionIsATransportClose(String transport, String told) {
        Record record = new Record();
        try (Peer server = Peer.start("server.cjs", Map.of());
                SioClient client = to(server).transports(way(transport)).listener(record.client()).build()) {
            connect(client, "/", record);
            record.await("connected");
            server.await("connection");
            server.command(Map.of("do", "drop"));
            record.await("disconnected " + told);
            assertThat(server.await("disconnect").path("reason").asText()).isEqualTo("forced close");
            record.await("reconnected 1");
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void theHeartbeatIsToldAndKeepsTheConnection(Transport transport) {
        Record record = new Record();
        Map<String, Object> config = Map.of("options", Map.of("pingInterval", 100, "pingTimeout", 400));
        try (Peer server = Peer.start("server.cjs", config);
                SioClient client = to(server).transports(transport).listener(record.client()).build()) {
            connect(client, "/", record);
            record.await("ten heartbeats", line -> record.count("ping") >= 10);
            assertThat(record.count("disconnected")).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"polling", "websocket"})
    void aServerThatStandsStillIsAPingTimeout(String transport) {
        Record record = new Record();
        Map<String, Object> config = Map.of("options", Map.of("pingInterval", 100, "pingTimeout", 300));
        try (Peer server = Peer.start("server.cjs", config);
                SioClient client = to(server).transports(way(transport)).listener(record.client()).build()) {
            ClientSocket socket = connect(client, "/", record);
            record.await("ping");
            server.command(Map.of("do", "freeze", "ms", 2_000));
            record.await("disconnected ping timeout");
            assertThat(server.await("disconnect").path("reason").asText()).startsWith("transport ");
            record.await("reconnected");
            record.await("a second connect", line -> record.count("connected") == 2);
            assertThat(socket.emitWithAck(ACK, "x").join().count()).isZero();
        }
    }

    @Test
    void attemptsAreToldInOrderUntilNoneIsLeft() {
        Record record = new Record();
        Peer server = Peer.start("server.cjs", Map.of());
        try (SioClient client = to(server)
                .transports(WEBSOCKET)
                .reconnectionAttempts(2)
                .reconnectionDelay(Duration.ofMillis(1))
                .reconnectionDelayMax(Duration.ofMillis(2))
                .randomizationFactor(0)
                .listener(record.client())
                .build()) {
            connect(client, "/", record);
            record.await("connected");
            server.kill();
            record.await("reconnectFailed");
            record.await("the last error", line -> record.count("reconnectError") == 2);
            assertThat(record.lines().stream()
                            .filter(line -> line.startsWith("reconnect"))
                            .map(line -> line.replaceAll(" Refused.*", "")))
                    .containsExactly(
                            "reconnectAttempt 1",
                            "reconnectError",
                            "reconnectAttempt 2",
                            "reconnectFailed",
                            "reconnectError");
        } finally {
            server.close();
        }
    }

    @Test
    void theNextTransportIsTriedWhereTheFirstIsNotServed() {
        Record record = new Record();
        Map<String, Object> config = Map.of("options", Map.of("transports", List.of("polling")));
        try (Peer server = Peer.start("server.cjs", config);
                SioClient client = to(server)
                        .transports(WEBSOCKET, POLLING)
                        .tryAllTransports(true)
                        .listener(record.client())
                        .build()) {
            ClientSocket socket = connect(client, "/", record);
            record.await("connected");
            assertThat(client.transport()).contains(POLLING);
            assertThat(record.count("error")).isZero();
            assertThat(socket.emitWithAck(ACK, "x", 1).join().count()).isEqualTo(1);
        }
    }

    @Test
    void anUpgradeIsRememberedForTheNextSession() {
        Record record = new Record();
        try (Peer server = Peer.start("server.cjs", Map.of());
                SioClient client = to(server).rememberUpgrade(true).listener(record.client()).build()) {
            connect(client, "/", record);
            record.await("upgraded");
            server.await("upgraded");
            server.command(Map.of("do", "drop"));
            record.await("opened WEBSOCKET");
            assertThat(record.count("opened POLLING")).isEqualTo(1);
        }
    }

    /** The server says how many bytes came over its socket. */
    @Test
    void messagesAreCompressedWhereBothSidesDoThatAndTheEmitDoesNotForbidIt() {
        Record record = new Record();
        String text = "x".repeat(100_000);
        Map<String, Object> config = Map.of("options", Map.of("perMessageDeflate", true), "echo", false);
        try (Peer server = Peer.start("server.cjs", config);
                SioClient client = to(server).transports(WEBSOCKET).listener(record.client()).build()) {
            ClientSocket socket = connect(client, "/", record);
            record.await("connected");
            assertThat(socket.emitWithAck(ACK, "compressed", text).join().value(0).textValue()).isEqualTo(text);
            long compressed = bytesRead(server);
            assertThat(compressed).isLessThan(5_000);
            assertThat(socket.timeout(ACK).compress(false).emitWithAck("plain", text).join().value(0).textValue())
                    .isEqualTo(text);
            assertThat(bytesRead(server) - compressed).isGreaterThan(100_000);
            assertThat(socket.emitWithAck(ACK, "binary", new byte[50_000]).join().attachments().getFirst().length())
                    .isEqualTo(50_000);
            assertThat(bytesRead(server)).isLessThan(120_000);
        }
    }

    private static long bytesRead(Peer server) {
        server.command(Map.of("do", "bytes"));
        return server.await("bytes").path("read").asLong();
    }

    @Test
    void thePathMayEndWithoutASlash() {
        Record record = new Record();
        Map<String, Object> config = Map.of("options", Map.of("path", "/my-path", "addTrailingSlash", false));
        try (Peer server = Peer.start("server.cjs", config);
                SioClient client = to(server)
                        .path("my-path/")
                        .addTrailingSlash(false)
                        .listener(record.client())
                        .build()) {
            connect(client, "/", record);
            record.await("connected");
            record.await("upgraded");
        }
    }
}

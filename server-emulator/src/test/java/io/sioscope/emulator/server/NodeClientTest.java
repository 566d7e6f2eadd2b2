package io.sioscope.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.session.CloseReason;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.Peer;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server against npm socket.io-client 4.8, over each way of transport. */
@NeedsNode
@NoLeaks
class NodeClientTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Which transports the client uses. */
    enum Way {
        POLLING(List.of("polling"), "polling"),
        WEBSOCKET(List.of("websocket"), "websocket"),
        UPGRADE(List.of("polling", "websocket"), "websocket");

        private final List<String> transports;
        private final String endsOn;

        Way(List<String> transports, String endsOn) {
            this.transports = transports;
            this.endsOn = endsOn;
        }
    }

    private final BlockingQueue<ServerSocket> root = new LinkedBlockingQueue<>();
    private final BlockingQueue<ServerSocket> chat = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private SioServer server;

    @BeforeEach
    void listen() throws ListenException {
        server = SioServer.builder().port(0).setup(this::handlers).listen();
    }

    private void handlers(SioServer io) {
        io.of("/").onConnection(socket -> {
            socket.onAny((name, args, ack) -> {
                if (!name.startsWith("silent")) {
                    ack.ifPresentOrElse(reply -> reply.send(args), () -> socket.emit(name, args));
                }
            });
            remember("/", socket, root);
        });
        io.of("/chat").onConnection(socket -> remember("/chat", socket, chat));
        io.of("/closed")
                .use((socket, next) -> {
                    if (socket.handshake().auth().path("token").asText().equals("right")) {
                        next.proceed();
                    } else {
                        next.refuse("not authorised", Map.of("code", 7));
                    }
                })
                .onConnection(socket -> remember("/closed", socket, new LinkedBlockingQueue<>()));
    }

    private void remember(String namespace, ServerSocket socket, BlockingQueue<ServerSocket> into) {
        socket.onDisconnecting(reason -> ends.add(namespace + " leaving " + socket.rooms().size()));
        socket.onDisconnect(reason -> ends.add(namespace + " left " + reason.text()));
        into.add(socket);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Peer client(Way way, Object... more) {
        Map<String, Object> options = new HashMap<>(Map.of("transports", way.transports, "reconnection", false));
        Map<String, Object> config = new HashMap<>(Map.of("url", server.url().toString(), "options", options));
        for (int i = 0; i < more.length; i += 2) {
            config.put((String) more[i], more[i + 1]);
        }
        Peer peer = Peer.start("client.cjs", config);
        if (way == Way.UPGRADE) {
            assertThat(peer.await("upgrade").path("transport").asText()).isEqualTo("websocket");
        }
        return peer;
    }

    private static ServerSocket taken(BlockingQueue<ServerSocket> queue) throws InterruptedException {
        ServerSocket socket = queue.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(socket).as("a socket connects").isNotNull();
        return socket;
    }

    private String nextEnd() throws InterruptedException {
        return ends.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static Map<String, Object> emit(String event, Object... args) {
        return Map.of("do", "emit", "event", event, "args", List.of(args));
    }

    private static Map<String, String> binary(int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return Map.of("$binary", Base64.getEncoder().encodeToString(bytes));
    }

    @ParameterizedTest
    @EnumSource
    void echoesTextAndBinary(Way way) throws InterruptedException {
        try (Peer peer = client(way)) {
            JsonNode connect = peer.await("connect");
            ServerSocket socket = taken(root);
            assertThat(connect.path("socket").asText()).isEqualTo(socket.id()).isNotEqualTo(socket.conn().id());
            await().atMost(PATIENCE).until(() -> socket.transport().label().equals(way.endsOn));
            peer.command(emit("ping pong", 1, "zwölf 😀", Map.of("deep", List.of(true, 1.5))));
            assertThat(peer.await("event").path("args").toString())
                    .isEqualTo("[1,\"zwölf 😀\",{\"deep\":[true,1.5]}]");
            peer.command(emit("bytes", binary(1, 2, 255), Map.of("inner", binary()), "text"));
            assertThat(peer.await("event").path("args").toString())
                    .isEqualTo("[{\"$binary\":\"AQL/\"},{\"inner\":{\"$binary\":\"\"}},\"text\"]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void acknowledgesBothWays(Way way) throws InterruptedException {
        try (Peer peer = client(way)) {
            ServerSocket socket = taken(root);
            peer.command(Map.of("do", "emit", "event", "ask", "args", List.of(binary(9), "x"), "ack", true, "id", "a1"));
            JsonNode answer = peer.await("ack");
            assertThat(answer.path("id").asText()).isEqualTo("a1");
            assertThat(answer.path("args").toString()).isEqualTo("[{\"$binary\":\"CQ==\"},\"x\"]");
            Arguments told = socket.emitWithAck(PATIENCE, "what", 5, Bytes.wrap(new byte[] {3, 4}))
                    .join();
            assertThat(told.value(0).intValue()).isEqualTo(5);
            assertThat(told.attachments()).containsExactly(Bytes.wrap(new byte[] {3, 4}));
            assertThat(socket.emitWithAck(Duration.ofMillis(50), "silent"))
                    .failsWithin(PATIENCE)
                    .withThrowableThat()
                    .withMessageContaining("operation has timed out");
        }
    }

    @ParameterizedTest
    @EnumSource
    void carriesTwoNamespacesOnOneConnection(Way way) throws InterruptedException {
        try (Peer peer = client(way, "namespaces", List.of("/", "/chat"))) {
            ServerSocket first = taken(root);
            ServerSocket second = taken(chat);
            assertThat(first.conn()).isSameAs(second.conn());
            assertThat(first.id()).isNotEqualTo(second.id());
            second.emit("only chat", 1);
            assertThat(peer.await("event").path("namespace").asText()).isEqualTo("/chat");
            peer.command(Map.of("do", "disconnect", "namespace", "/"));
            assertThat(nextEnd()).isEqualTo("/ leaving 1");
            assertThat(nextEnd()).isEqualTo("/ left client namespace disconnect");
            second.emit("still here", 2);
            assertThat(peer.await("event").path("event").asText()).isEqualTo("still here");
            assertThat(server.connections()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesWithMessageAndData(Way way) {
        Map<String, Object> auths = Map.of("/closed", Map.of("token", "wrong"));
        try (Peer peer = client(way, "namespaces", List.of("/", "/closed", "/nowhere"), "auths", auths)) {
            JsonNode closed = peer.await("/closed refused", line -> line.path("namespace").asText().equals("/closed"));
            assertThat(closed.path("type").asText()).isEqualTo("connect-error");
            assertThat(closed.path("message").asText()).isEqualTo("not authorised");
            assertThat(closed.path("data").path("code").asInt()).isEqualTo(7);
            JsonNode nowhere = peer.await("connect-error");
            assertThat(nowhere.path("message").asText()).isEqualTo("Invalid namespace");
            assertThat(peer.await("connect").path("namespace").asText()).isEqualTo("/");
        }
        try (Peer peer =
                client(way, "namespaces", List.of("/closed"), "auths", Map.of("/closed", Map.of("token", "right")))) {
            assertThat(peer.await("connect").path("namespace").asText()).isEqualTo("/closed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsBothSidesWhoEndedIt(Way way) throws InterruptedException {
        try (Peer peer = client(way, "namespaces", List.of("/", "/chat"))) {
            taken(root);
            taken(chat).disconnect();
            assertThat(peer.await("disconnect").path("reason").asText()).isEqualTo("io server disconnect");
            assertThat(nextEnd()).isEqualTo("/chat leaving 1");
            assertThat(nextEnd()).isEqualTo("/chat left server namespace disconnect");
            peer.command(Map.of("do", "drop"));
            assertThat(peer.await("disconnect").path("reason").asText()).isEqualTo("forced close");
            assertThat(nextEnd()).isEqualTo("/ leaving 1");
            assertThat(nextEnd()).isEqualTo("/ left transport close");
        }
        try (Peer peer = client(way)) {
            taken(root).disconnect(true);
            assertThat(peer.await("disconnect").path("reason").asText()).isEqualTo("io server disconnect");
            assertThat(nextEnd()).isEqualTo("/ leaving 1");
            assertThat(nextEnd()).isEqualTo("/ left server namespace disconnect");
            await().atMost(PATIENCE).until(() -> server.connections().isEmpty());
        }
        try (Peer peer = client(way)) {
            ServerSocket socket = taken(root);
            socket.conn().close();
            assertThat(peer.await("disconnect").path("reason").asText()).isEqualTo("transport close");
            assertThat(nextEnd()).isEqualTo("/ leaving 1");
            assertThat(nextEnd()).isEqualTo("/ left forced close");
            assertThat(socket.rooms()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void noticesALostPeerAndItsOwnEnd(Way way) throws InterruptedException {
        try (Peer peer = client(way)) {
            taken(root);
            await().atMost(PATIENCE).until(() -> server.connections().stream()
                    .allMatch(connection -> connection.transport().label().equals(way.endsOn)));
            peer.kill();
            assertThat(nextEnd()).isEqualTo("/ leaving 1");
            assertThat(nextEnd()).isEqualTo("/ left " + (way == Way.POLLING ? "transport error" : "transport close"));
        }
        try (Peer peer = client(way)) {
            ServerSocket socket = taken(root);
            assertThat(server.closeAsync()).succeedsWithin(PATIENCE);
            assertThat(nextEnd()).isEqualTo("/ leaving 1");
            assertThat(nextEnd()).isEqualTo("/ left " + CloseReason.SERVER_SHUTTING_DOWN.text());
            assertThat(peer.await("disconnect").path("reason").asText()).isIn("transport close", "transport error");
            assertThat(socket.connected()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsAClientThatSendsTooMuch(Way way) throws InterruptedException {
        try (Peer peer = client(way)) {
            taken(root);
            peer.command(emit("big", "x".repeat(1_000_001)));
            boolean polling = way == Way.POLLING;
            assertThat(peer.await("disconnect").path("reason").asText())
                    .isEqualTo(polling ? "transport error" : "transport close");
            assertThat(nextEnd()).isEqualTo("/ leaving 1");
            assertThat(nextEnd()).isEqualTo("/ left " + (polling ? "transport close" : "transport error"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsAConnectionAliveByHeartbeats(Way way) throws Exception {
        List<String> pongs = new CopyOnWriteArrayList<>();
        server.close();
        server = SioServer.builder()
                .pingInterval(Duration.ofMillis(100))
                .pingTimeout(Duration.ofSeconds(10))
                .capture(event -> {
                    if (event instanceof CaptureEvent.Engine engine && engine.packet() instanceof EnginePacket.Pong) {
                        pongs.add(engine.packet().raw().utf8());
                    }
                    return CaptureSink.Pressure.LOW;
                })
                .setup(this::handlers)
                .listen();
        try (Peer peer = client(way)) {
            ServerSocket socket = taken(root);
            await().atMost(PATIENCE).until(() -> pongs.size() > 3);
            peer.command(emit("alive"));
            assertThat(peer.await("event").path("event").asText()).isEqualTo("alive");
            assertThat(socket.connected()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void broadcastsToRoomsOnceEach(Way way) throws InterruptedException {
        try (Peer one = client(way);
                Peer two = client(way);
                Peer three = client(way)) {
            Map<String, ServerSocket> sockets = new HashMap<>();
            for (int i = 0; i < 3; i++) {
                ServerSocket socket = taken(root);
                sockets.put(socket.id(), socket);
            }
            ServerSocket first = sockets.get(one.await("connect").path("socket").asText());
            ServerSocket second = sockets.get(two.await("connect").path("socket").asText());
            ServerSocket third = sockets.get(three.await("connect").path("socket").asText());
            first.join("a", "b");
            second.join("b");
            third.join("b", "muted");
            Namespace all = server.of("/");
            all.to("a").to("b").except("muted").emit("silent", 1, Bytes.wrap(new byte[] {7}));
            first.to("b").emit("silent", 2);
            all.emit("silent", 3);
            assertThat(numbers(one, 2)).containsExactly(1, 3);
            assertThat(numbers(two, 3)).containsExactly(1, 2, 3);
            assertThat(numbers(three, 2)).containsExactly(2, 3);
            BroadcastAcks acks = all.to("b").emitWithAck(PATIENCE, "question", "?").join();
            assertThat(acks.complete()).isTrue();
            assertThat(acks.answers()).hasSize(3).allMatch(answer -> answer.value(0).textValue().equals("?"));
            BroadcastAcks partly = all.emitWithAck(Duration.ofMillis(100), "silent").join();
            assertThat(partly.expected()).isEqualTo(3);
            assertThat(partly.complete()).isFalse();
            assertThat(all.to("nobody").emitWithAck(PATIENCE, "x").join().complete()).isTrue();
        }
    }

    private static List<Integer> numbers(Peer peer, int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> peer.await("event").path("args").path(0).asInt())
                .toList();
    }
}

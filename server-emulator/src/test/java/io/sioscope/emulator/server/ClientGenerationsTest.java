package io.sioscope.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.NodePeer;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

/** One server against every generation of npm socket.io-client, over each way of transport. */
@NeedsNode
@NoLeaks
class ClientGenerationsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> VERSIONS = List.of("1.7.4", "2.0.4", "2.5.0", "3.0.0", "3.1.3", "4.0.0");

    private final BlockingQueue<ServerSocket> root = new LinkedBlockingQueue<>();
    private final BlockingQueue<ServerSocket> chat = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private final AtomicInteger heartbeats = new AtomicInteger();
    private SioServer server;

    static Stream<ArgumentSet> clients() {
        return VERSIONS.stream().flatMap(version -> Stream.of(
                argumentSet(version + " polling", version, List.of("polling")),
                argumentSet(version + " websocket", version, List.of("websocket")),
                argumentSet(
                        version + " upgrade", version, List.of("polling", "websocket"))));
    }

    @BeforeEach
    void listen() throws ListenException {
        server = SioServer.builder()
                .allowEio3(true)
                .pingInterval(Duration.ofMillis(150))
                .pingTimeout(Duration.ofSeconds(10))
                .capture(this::seen)
                .setup(this::handlers)
                .listen();
    }

    private CaptureSink.Pressure seen(CaptureEvent event) {
        if (event instanceof CaptureEvent.Engine engine
                && (engine.packet() instanceof EnginePacket.Pong || engine.packet() instanceof EnginePacket.Ping)) {
            heartbeats.incrementAndGet();
        }
        return CaptureSink.Pressure.LOW;
    }

    private void handlers(SioServer io) {
        io.of("/").onConnection(socket -> {
            socket.onAny((name, args, ack) ->
                    ack.ifPresentOrElse(reply -> reply.send(args), () -> socket.emit(name, args)));
            socket.onDisconnect(reason -> ends.add("/ " + reason.text()));
            root.add(socket);
        });
        io.of("/chat").onConnection(socket -> {
            socket.onDisconnect(reason -> ends.add("/chat " + reason.text()));
            chat.add(socket);
        });
        io.of("/closed").use((socket, next) ->
                next.refuse("not authorised", Map.of("token", socket.handshake().auth().path("token").asText())));
        io.of("/words").use((socket, next) -> next.refuse("only words"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private NodePeer client(String version, List<String> transports, List<String> namespaces) {
        Map<String, Object> config = new HashMap<>();
        config.put("client", "socket.io-client-" + version);
        config.put("url", server.url().toString());
        config.put("options", Map.of("transports", transports, "reconnection", false));
        config.put("namespaces", namespaces);
        config.put("auths", Map.of("/closed", Map.of("token", "a&b")));
        return NodePeer.start("client.cjs", config);
    }

    private static ServerSocket taken(BlockingQueue<ServerSocket> queue) throws InterruptedException {
        ServerSocket socket = queue.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(socket).as("a socket connects").isNotNull();
        return socket;
    }

    private static Map<String, String> binary(byte... octets) {
        return Map.of("$binary", Base64.getEncoder().encodeToString(octets));
    }

    private static boolean isOlder(String version) {
        return version.startsWith("1.") || version.startsWith("2.");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void exchangesEventsAcksAndBinary(String version, List<String> transports) throws InterruptedException {
        try (NodePeer peer = client(version, transports, List.of("/"))) {
            ServerSocket socket = taken(root);
            assertThat(socket.conn().protocol()).isEqualTo(isOlder(version) ? 3 : 4);
            assertThat(socket.id().equals(socket.conn().id())).isEqualTo(isOlder(version));
            await().atMost(PATIENCE).until(() -> socket.transport().label().equals(transports.getLast()));
            peer.command(Map.of("do", "emit", "event", "echo", "args", List.of(1, "zwölf 😀", Map.of("deep", List.of(true)))));
            assertThat(peer.await("event").path("args").toString()).isEqualTo("[1,\"zwölf 😀\",{\"deep\":[true]}]");
            peer.command(Map.of("do", "emit", "event", "bytes", "args", List.of(binary((byte) 1, (byte) -1), "x", Map.of("in", binary((byte) 0)))));
            assertThat(peer.await("event").path("args").toString())
                    .isEqualTo("[{\"$binary\":\"Af8=\"},\"x\",{\"in\":{\"$binary\":\"AA==\"}}]");
            peer.command(Map.of("do", "emit", "event", "ask", "args", List.of(binary((byte) 9)), "ack", true, "id", "a"));
            assertThat(peer.await("ack").path("args").toString()).isEqualTo("[{\"$binary\":\"CQ==\"}]");
            Arguments told = socket.emitWithAck(PATIENCE, "what", 5, Bytes.wrap(new byte[] {3, 4})).join();
            assertThat(told.value(0).intValue()).isEqualTo(5);
            assertThat(told.attachments()).containsExactly(Bytes.wrap(new byte[] {3, 4}));
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void joinsNamespacesAndIsRefusedOthers(String version, List<String> transports) throws InterruptedException {
        try (NodePeer peer = client(version, transports, List.of("/", "/chat", "/closed", "/words", "/nowhere"))) {
            ServerSocket first = taken(root);
            ServerSocket second = taken(chat);
            assertThat(second.conn()).isSameAs(first.conn());
            if (isOlder(version)) {
                assertThat(second.id()).isEqualTo("/chat#" + second.conn().id());
            }
            assertThat(refused(peer, "/closed")).contains("a&b");
            assertThat(refused(peer, "/words")).contains("only words");
            assertThat(refused(peer, "/nowhere")).contains("Invalid namespace");
            peer.await("/chat connected", said -> said.path("type").asText().equals("connect")
                    && said.path("namespace").asText().equals("/chat"));
            second.emit("only chat", 1);
            assertThat(peer.await("event").path("namespace").asText()).isEqualTo("/chat");
            peer.command(Map.of("do", "disconnect", "namespace", "/chat"));
            assertThat(ends.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("/chat client namespace disconnect");
            if (!version.equals("3.0.0")) {
                // That release closes the whole connection with the first namespace that it leaves.
                first.emit("still here", 2);
                assertThat(peer.await("event").path("event").asText()).isEqualTo("still here");
            }
        }
    }

    private static String refused(NodePeer peer, String namespace) {
        JsonNode line = peer.await(
                namespace + " refused",
                said -> said.path("type").asText().equals("connect-error")
                        && said.path("namespace").asText().equals(namespace));
        return line.toString();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void staysAliveByHeartbeatsUntilOneSideEnds(String version, List<String> transports) throws InterruptedException {
        try (NodePeer peer = client(version, transports, List.of("/"))) {
            ServerSocket socket = taken(root);
            await().atMost(PATIENCE).until(() -> socket.transport().label().equals(transports.getLast()));
            int before = heartbeats.get();
            await().atMost(PATIENCE).until(() -> heartbeats.get() > before + 5);
            assertThat(socket.connected()).isTrue();
            socket.disconnect();
            assertThat(peer.await("disconnect").path("reason").asText()).isEqualTo("io server disconnect");
            assertThat(ends.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("/ server namespace disconnect");
        }
        try (NodePeer peer = client(version, transports, List.of("/"))) {
            taken(root);
            peer.await("connect");
            peer.command(Map.of("do", "disconnect", "namespace", "/"));
            assertThat(peer.await("disconnect").path("reason").asText()).isEqualTo("io client disconnect");
            assertThat(ends.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isIn("/ client namespace disconnect", "/ transport close");
        }
    }
}

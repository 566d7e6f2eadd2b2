package io.sioscope.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.testing.Peer;
import java.time.Duration;
import java.util.Base64;
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

/** What every client must find in a server, in whatever language it is written. A subclass names its {@code clients()}. */
abstract class ClientContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int HEARTBEATS = 3;
    /** What the server sends; clients that cannot listen to all events have to name them. */
    static final List<String> EVENTS = List.of("echo", "bytes", "what", "only chat", "still here");

    final BlockingQueue<ServerSocket> root = new LinkedBlockingQueue<>();
    final BlockingQueue<ServerSocket> chat = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private SioServer server;

    /** Starts a client that joins namespaces, with the token {@code a&b} for {@code /closed} and {@code /data}. */
    abstract Peer client(String version, String url, List<String> transports, List<String> namespaces);

    /** The revision of Engine.IO that a client speaks. */
    abstract int protocol(String version);

    /** Lets a client leave one namespace and keep its others. */
    void leave(Peer peer, String namespace) {
        peer.command(Map.of("do", "disconnect", "namespace", namespace));
    }

    /** Whether a client keeps its connection when it leaves one namespace of several. */
    boolean survivesLeaving(String version) {
        return true;
    }

    /** Whether a client tells of a refusal that is an object, as that of an unknown namespace is. */
    boolean hearsObjects(String version) {
        return true;
    }

    /** Whether a client says why it was disconnected. */
    boolean saysWhy() {
        return true;
    }

    /** A client over each way of transport. */
    static Stream<ArgumentSet> ways(String version) {
        return Stream.of(
                argumentSet(version + " polling", version, List.of("polling")),
                argumentSet(version + " websocket", version, List.of("websocket")),
                argumentSet(version + " upgrade", version, List.of("polling", "websocket")));
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

    /** The server asks in revision 4, the client in revision 3. */
    private CaptureSink.Pressure seen(CaptureEvent event) {
        if (event instanceof CaptureEvent.Engine engine) {
            boolean fromServer = engine.where().direction() == Direction.TO_CLIENT;
            if (engine.packet() instanceof EnginePacket.Ping || engine.packet() instanceof EnginePacket.Pong) {
                (fromServer ? asked : answered).incrementAndGet();
            }
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
        io.of("/closed").use((socket, next) -> next.refuse("not for " + token(socket)));
        io.of("/data").use((socket, next) -> next.refuse("not authorised", Map.of("token", token(socket))));
    }

    private static String token(ServerSocket socket) {
        return socket.handshake().auth().path("token").asText();
    }

    @AfterEach
    void close() {
        server.close();
    }

    final Peer client(String version, List<String> transports, String... namespaces) {
        return client(version, server.url().toString(), transports, List.of(namespaces));
    }

    static <T> T taken(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(next).as("what the server hears").isNotNull();
        return next;
    }

    private ServerSocket connected(List<String> transports) throws InterruptedException {
        ServerSocket socket = taken(root);
        await().atMost(PATIENCE).until(() -> socket.transport().label().equals(transports.getLast()));
        return socket;
    }

    private static Map<String, String> binary(byte... octets) {
        return Map.of("$binary", Base64.getEncoder().encodeToString(octets));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void exchangesEventsAcksAndBinary(String version, List<String> transports) throws InterruptedException {
        try (Peer peer = client(version, transports, "/")) {
            ServerSocket socket = connected(transports);
            peer.await("connect");
            assertThat(socket.conn().protocol()).isEqualTo(protocol(version));
            peer.command(Map.of("do", "emit", "event", "echo", "args", List.of(1, "zwölf 😀", Map.of("deep", List.of(true)))));
            assertThat(peer.await("event").path("args").toString()).isEqualTo("[1,\"zwölf 😀\",{\"deep\":[true]}]");
            Map<String, Object> inner = Map.of("in", binary((byte) 0));
            peer.command(Map.of("do", "emit", "event", "bytes", "args", List.of(binary((byte) 1, (byte) -1), "x", inner)));
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
        try (Peer peer = client(version, transports, "/", "/chat", "/closed", "/nowhere")) {
            ServerSocket first = taken(root);
            ServerSocket second = taken(chat);
            assertThat(second.conn()).isSameAs(first.conn());
            assertThat(said(peer, "connect-error", "/closed")).contains("not for a&b");
            if (hearsObjects(version)) {
                assertThat(said(peer, "connect-error", "/nowhere")).contains("Invalid namespace");
            }
            said(peer, "connect", "/chat");
            second.emit("only chat", 1);
            assertThat(said(peer, "event", "/chat")).contains("only chat");
            leave(peer, "/chat");
            assertThat(taken(ends)).isEqualTo("/chat client namespace disconnect");
            if (survivesLeaving(version)) {
                first.emit("still here", 2);
                assertThat(said(peer, "event", "/")).contains("still here");
            }
        }
    }

    private void disconnected(Peer peer, String reason) {
        String line = said(peer, "disconnect", "/");
        if (saysWhy()) {
            assertThat(line).contains("\"" + reason + "\"");
        }
    }

    static String said(Peer peer, String type, String namespace) {
        return peer.await(type + " of " + namespace, line -> line.path("type").asText().equals(type)
                        && line.path("namespace").asText().equals(namespace))
                .toString();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void staysAliveByHeartbeatsUntilTheServerEnds(String version, List<String> transports) throws InterruptedException {
        try (Peer peer = client(version, transports, "/")) {
            ServerSocket socket = connected(transports);
            int askedBefore = asked.get();
            int answeredBefore = answered.get();
            await().atMost(PATIENCE)
                    .until(() -> asked.get() >= askedBefore + HEARTBEATS && answered.get() >= answeredBefore + HEARTBEATS);
            assertThat(socket.connected()).isTrue();
            socket.disconnect();
            disconnected(peer, "io server disconnect");
            assertThat(taken(ends)).isEqualTo("/ server namespace disconnect");
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void endsWhenTheClientDoes(String version, List<String> transports) throws InterruptedException {
        try (Peer peer = client(version, transports, "/")) {
            connected(transports);
            peer.await("connect");
            peer.command(Map.of("do", "disconnect", "namespace", "/"));
            disconnected(peer, "io client disconnect");
            assertThat(taken(ends)).isIn("/ client namespace disconnect", "/ transport close");
            await().atMost(PATIENCE).until(() -> server.connections().isEmpty());
        }
    }
}

package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sioscope.emulator.server.Middleware;
import io.sioscope.emulator.server.Namespace;
import io.sioscope.emulator.server.NamespacePolicy;
import io.sioscope.emulator.server.ServerListener;
import io.sioscope.emulator.server.ServerSocket;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.testing.NoLeaks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Namespaces, events and acknowledgements as they go over the wire, and what ends a connection. */
@NoLeaks
class NamespaceWireTest {
    private final BlockingQueue<ServerSocket> sockets = new LinkedBlockingQueue<>();
    private final BlockingQueue<Middleware.Next> waiting = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private SioServer server;
    private Wire wire;

    @BeforeEach
    void listen() throws Exception {
        server = SioServer.builder()
                .connectTimeout(Duration.ofMillis(500))
                .listener(new ServerListener() {
                    @Override
                    public void handlerFailed(ServerSocket socket, Throwable error) {
                        failures.add(error.getMessage());
                    }
                })
                .setup(this::handlers)
                .listen();
        wire = new Wire(server);
    }

    private void handlers(SioServer io) {
        io.of("/").onConnection(socket -> {
            sockets.add(socket);
            socket.on("echo", (args, ack) -> ack.ifPresent(reply -> {
                assertThat(reply.send(args)).isTrue();
                assertThat(reply.send("twice")).isFalse();
            }));
            socket.on("throw", (args, ack) -> {
                throw new IllegalStateException("on purpose");
            });
            socket.onDisconnect(reason -> ends.add(reason.text()));
        });
        io.of("/custom").onConnection(socket -> socket.emit("hello", socket.handshake().auth()));
        io.of("/slow").use((socket, next) -> waiting.add(next));
        io.of("/broken").use((socket, next) -> {
            throw new IllegalStateException("not for the client");
        });
    }

    @AfterEach
    void close() {
        wire.close();
    }

    private String end() throws InterruptedException {
        return ends.poll(20, TimeUnit.SECONDS);
    }

    private ServerSocket socket() throws InterruptedException {
        return sockets.poll(20, TimeUnit.SECONDS);
    }

    @Test
    void joinsWithAndWithoutCommaAndKeepsTheRestAlive() throws Exception {
        Wire.Frames frames = wire.socketJoined();
        frames.send("40/custom");
        assertThat(frames.next()).matches("40/custom,\\{\"sid\":\"[A-Za-z0-9_-]{20}\"}");
        assertThat(frames.next()).isEqualTo("42/custom,[\"hello\",{}]");
        frames.send("41/custom,");
        frames.send("40/custom,{\"token\":\"a\"}");
        frames.next();
        assertThat(frames.next()).isEqualTo("42/custom,[\"hello\",{\"token\":\"a\"}]");
        frames.send("41");
        assertThat(end()).isEqualTo("client namespace disconnect");
        frames.send("41/custom").send("40");
        assertThat(frames.next()).startsWith("40{\"sid\":");
    }

    @Test
    void refusesUnknownNamespacesAndStays() throws Exception {
        Wire.Frames frames = wire.socketJoined();
        frames.send("40/nowhere,{}").send("40/broken,");
        assertThat(frames.next()).isEqualTo("44/nowhere,{\"message\":\"Invalid namespace\"}");
        assertThat(frames.next()).isEqualTo("44/broken,{\"message\":\"Internal error\"}");
        frames.send("420[\"echo\",1]");
        assertThat(frames.next()).isEqualTo("430[1]");
    }

    @Test
    void waitsForAMiddleware() throws Exception {
        Wire.Frames frames = wire.socketJoined();
        frames.send("40/slow,");
        Middleware.Next next = waiting.poll(20, TimeUnit.SECONDS);
        assertThat(server.of("/slow").size()).isZero();
        next.refuse("wait", Map.of("seconds", 3));
        next.proceed();
        assertThat(frames.next()).isEqualTo("44/slow,{\"message\":\"wait\",\"data\":{\"seconds\":3}}");
        frames.send("40/slow,");
        waiting.poll(20, TimeUnit.SECONDS).proceed();
        assertThat(frames.next()).startsWith("40/slow,{");
    }

    @Test
    void answersOnceAndTellsOfAHandlerThatThrows() throws Exception {
        Wire.Frames frames = wire.socketJoined();
        frames.send("42[\"throw\"]").send("420[\"echo\",{\"n\":12345678901234567890.10}]");
        assertThat(frames.next()).isEqualTo("430[{\"n\":12345678901234567890.10}]");
        assertThat(failures).containsExactly("on purpose");
        frames.send("421[\"echo\"]").send("4399[\"nobody asked\"]").send("422[\"echo\",null]");
        assertThat(frames.next()).isEqualTo("431[]");
        assertThat(frames.next()).isEqualTo("432[null]");
    }

    @Test
    void countsAckIdsFromZeroPerNamespace() throws Exception {
        Wire.Frames frames = wire.socketJoined();
        ServerSocket socket = socket();
        var first = socket.emitWithAck(Wire.PATIENCE, "ask", "?");
        assertThat(frames.next()).isEqualTo("420[\"ask\",\"?\"]");
        frames.send("430[\"!\"]");
        assertThat(first.join().value(0).textValue()).isEqualTo("!");
        var second = socket.emitWithAck(Wire.PATIENCE, "ask");
        assertThat(frames.next()).isEqualTo("421[\"ask\"]");
        frames.send("41");
        assertThat(second).failsWithin(Wire.PATIENCE).withThrowableThat().withMessageContaining("disconnected");
        assertThat(socket.emitWithAck(Wire.PATIENCE, "late")).failsWithin(Wire.PATIENCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "40", "42/custom,[\"x\"]", "44{\"message\":\"x\"}", "4", "49", "42[]", "42[\"connect\"]", "42[\"connect_error\"]",
                "42[\"disconnect\"]", "42[\"disconnecting\"]", "42[\"newListener\"]", "42[\"removeListener\"]", "42[{}]", "450-[\"x\"]",
                "4511-[\"x\"]", "45999999999-[\"x\"]", "45[\"x\"]", "40[]", "41[]"
            })
    void endsTheConnectionOnViolations(String raw) throws Exception {
        Wire.Frames frames = wire.socketJoined();
        assertThat(frames.send(raw).next()).isEqualTo("close 1005");
        assertThat(end()).isEqualTo("forced close");
    }

    @Test
    void endsTheConnectionOnBinaryViolations() throws Exception {
        Wire.Frames frames = wire.socketJoined();
        assertThat(frames.sendBinary(1, 2).next()).isEqualTo("close 1005");
        Wire.Frames text = wire.socketJoined();
        text.send("452-[\"x\",{\"_placeholder\":true,\"num\":0}]").sendBinary(1);
        assertThat(text.send("42[\"x\"]").next()).isEqualTo("close 1005");
        assertThat(end()).isEqualTo("forced close");
        assertThat(end()).isEqualTo("forced close");
    }

    @Test
    void endsOnAnEarlyEventAndOnSilence() throws Exception {
        Wire.Frames early = wire.socket();
        early.next();
        assertThat(early.send("42[\"x\"]").next()).isEqualTo("close 1005");
        Wire.Frames silent = wire.socket();
        silent.next();
        assertThat(silent.next()).isEqualTo("close 1005");
    }

    @Test
    void tellsViolationsOnPollingApart() throws Exception {
        String waiting = wire.openJoined();
        var poll = wire.pollAsync(waiting);
        // The poll has to be waiting; an answered event shows that the server has seen the connection go on.
        await().atMost(Wire.PATIENCE).until(() -> server.connections().size() == 1);
        wire.post(waiting, "40");
        String reason = end();
        assertThat(reason).isIn("forced close", "forced server close");
        assertThat(poll.join().body()).isEqualTo(reason.equals("forced close") ? "1" : "6\u001e1");
        String idle = wire.openJoined();
        wire.post(idle, "40");
        assertThat(end()).isEqualTo("forced server close");
        assertThat(wire.poll(idle).body()).isEqualTo("6\u001e1");
    }

    @Test
    void acceptsAnyNamespaceIfTold() throws Exception {
        List<String> created = new CopyOnWriteArrayList<>();
        ServerListener listener = new ServerListener() {
            @Override
            public void namespaceCreated(Namespace namespace) {
                created.add(namespace.name());
                namespace.onConnection(socket -> socket.emit("welcome", namespace.name()));
            }
        };
        try (Wire any = new Wire(SioServer.builder()
                .namespaces(new NamespacePolicy.Any(3))
                .listener(listener)
                .listen())) {
            Wire.Frames frames = any.socket();
            frames.next();
            for (String name : List.of("/a", "/b")) {
                frames.send("40" + name);
                assertThat(frames.next()).startsWith("40" + name + ",");
                assertThat(frames.next()).isEqualTo("42" + name + ",[\"welcome\",\"" + name + "\"]");
            }
            assertThat(frames.send("40/c,").next()).isEqualTo("44/c,{\"message\":\"Invalid namespace\"}");
            assertThat(created).containsExactly("/", "/a", "/b");
        }
        try (Wire only = new Wire(
                SioServer.builder().namespaces(NamespacePolicy.only("/x")).listen())) {
            Wire.Frames frames = only.socket();
            frames.next();
            assertThat(frames.send("40").next()).isEqualTo("44{\"message\":\"Invalid namespace\"}");
            assertThat(frames.send("40/x").next()).startsWith("40/x,{\"sid\"");
        }
    }

    @Test
    void tellsOfRooms() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        server.addListener(new ServerListener() {
            @Override
            public void roomCreated(Namespace namespace, String room) {
                told.add("created " + room);
            }

            @Override
            public void roomJoined(Namespace namespace, String room, String id) {
                told.add("joined " + room);
            }

            @Override
            public void roomLeft(Namespace namespace, String room, String id) {
                told.add("left " + room);
            }

            @Override
            public void roomDeleted(Namespace namespace, String room) {
                told.add("deleted " + room);
            }
        });
        Wire.Frames frames = wire.socketJoined();
        ServerSocket socket = socket();
        String id = socket.id();
        socket.join("blue", "bl");
        socket.leave("bl");
        assertThat(socket.rooms()).containsExactlyInAnyOrder(id, "blue");
        assertThat(server.of("/").adapter().rooms()).containsOnlyKeys(id, "blue");
        frames.send("41");
        assertThat(end()).isEqualTo("client namespace disconnect");
        socket.join("late");
        assertThat(socket.rooms()).isEmpty();
        await().atMost(Wire.PATIENCE).until(() -> server.of("/").adapter().rooms().isEmpty());
        assertThat(told.subList(0, 2)).containsExactly("created " + id, "joined " + id);
        assertThat(told).contains("created blue", "joined blue", "left bl", "deleted bl", "left blue", "deleted blue");
    }

    @Test
    void givesTheHandshake() throws Exception {
        wire.socketJoined();
        ServerSocket socket = socket();
        assertThat(socket.handshake().query()).containsEntry("EIO", "4").containsEntry("transport", "websocket");
        assertThat(socket.handshake().headers()).containsKey("host");
        assertThat(socket.handshake().auth().isObject()).isTrue();
        assertThat(socket.handshake().address()).isEqualTo("127.0.0.1");
        assertThat(socket.handshake().url()).startsWith("/socket.io/?EIO=4");
        assertThat(socket.id()).hasSize(20).isNotEqualTo(socket.conn().id());
    }
}

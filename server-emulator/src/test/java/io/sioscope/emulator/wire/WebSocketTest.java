package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.awaitility.Awaitility.await;

import io.sioscope.emulator.server.SioServer;
import io.sioscope.testing.NoLeaks;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** WebSocket and the upgrade to it, frame by frame. */
@NoLeaks
class WebSocketTest {
    private static final String UPGRADE = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private SioServer server;
    private Wire wire;

    @BeforeEach
    void listen() throws Exception {
        server = SioServer.builder()
                .maxHttpBufferSize(1_000)
                .upgradeTimeout(Duration.ofMillis(500))
                .setup(io -> io.of("/").onConnection(socket -> {
                    socket.onAny((name, args, ack) -> socket.emit(name, args));
                    socket.onDisconnect(reason -> ends.add(reason.text()));
                }))
                .listen();
        wire = new Wire(server);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    private String end() throws InterruptedException {
        return ends.poll(20, TimeUnit.SECONDS);
    }

    @Test
    void opensEchoesAndCloses() throws Exception {
        Wire.Frames frames = wire.socket();
        assertThat(frames.next()).startsWith("0{\"sid\":\"").contains("\"upgrades\":[]");
        frames.send("40");
        assertThat(frames.next()).startsWith("40{\"sid\":\"");
        frames.send("42[\"x\",1]");
        assertThat(frames.next()).isEqualTo("42[\"x\",1]");
        frames.send("452-[\"b\",{\"_placeholder\":true,\"num\":1},{\"_placeholder\":true,\"num\":0}]");
        frames.sendBinary(1).sendBinary();
        assertThat(frames.next())
                .isEqualTo("452-[\"b\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]");
        assertThat(frames.next()).isEqualTo("binary ");
        assertThat(frames.next()).isEqualTo("binary 01");
        frames.socket().sendPing(ByteBuffer.wrap("are you there".getBytes(StandardCharsets.UTF_8))).join();
        assertThat(frames.next()).isEqualTo("pong are you there");
        frames.socket().sendText("42[\"in ", false).join();
        frames.socket().sendText("parts\"]", true).join();
        assertThat(frames.next()).isEqualTo("42[\"in parts\"]");
        frames.socket().sendClose(1000, "bye").join();
        assertThat(frames.next()).isEqualTo("close 1000");
        assertThat(end()).isEqualTo("transport close");
    }

    @Test
    void closesWithoutACode() throws Exception {
        Wire.Frames frames = wire.socketJoined();
        server.of("/").disconnectSockets(true);
        assertThat(frames.next()).isEqualTo("41");
        assertThat(frames.next()).isEqualTo("close 1005");
        Wire.Frames other = wire.socketJoined();
        other.send("1");
        assertThat(other.next()).isEqualTo("close 1005");
        assertThat(end()).isEqualTo("server namespace disconnect");
        assertThat(end()).isEqualTo("transport close");
    }

    @Test
    void refusesMessagesAboveTheLimit() throws Exception {
        Wire.Frames frames = wire.socketJoined();
        frames.socket().sendText("42[\"" + "x".repeat(1_000) + "\"]", true);
        assertThat(frames.next()).isEqualTo("close 1009");
        assertThat(end()).isEqualTo("transport error");
        Wire.Frames parts = wire.socketJoined();
        parts.socket().sendText("42[\"" + "x".repeat(900), false).join();
        parts.socket().sendText("x".repeat(900), false);
        assertThat(parts.next()).isEqualTo("close 1009");
        assertThat(end()).isEqualTo("transport error");
    }

    @Test
    void answersAClientsHeartbeatWithTheEnd() throws Exception {
        Wire.Frames frames = wire.socketJoined();
        frames.send("2");
        assertThat(frames.next()).isEqualTo("close 1005");
        assertThat(end()).isEqualTo("transport error");
    }

    @Test
    void pingsFromItsSide() throws Exception {
        try (Wire quick = new Wire(SioServer.builder()
                .pingInterval(Duration.ofMillis(50))
                .pingTimeout(Duration.ofSeconds(1))
                .listen())) {
            Wire.Frames frames = quick.socket();
            frames.next();
            assertThat(frames.next()).isEqualTo("2");
            assertThat(frames.send("3").next()).isEqualTo("2");
            assertThat(frames.next()).isEqualTo("close 1005");
        }
    }

    @Test
    void closesOnlyTheLinkThatSendsGarbage() throws Exception {
        Wire.Frames other = wire.socketJoined();
        String answer = wire.raw("GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\n" + UPGRADE
                + "this is no frame at all, not even masked");
        assertThat(answer).startsWith("HTTP/1.1 101 ");
        assertThat(other.send("42[\"alive\"]").next()).isEqualTo("42[\"alive\"]");
    }

    @Test
    void closesOnTextThatIsNoText() throws Exception {
        try (Socket socket = wire.connect()) {
            socket.getOutputStream()
                    .write(("GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\n" + UPGRADE)
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(Wire.answer(socket)).startsWith("HTTP/1.1 101 ");
            int length = socket.getInputStream().readNBytes(2)[1];
            socket.getInputStream().readNBytes(length);
            socket.getOutputStream().write(new byte[] {(byte) 0x81, (byte) 0x82, 0, 0, 0, 0, '4', (byte) 0xff});
            // A close frame with a code and no words, and the end: no answer is waited for.
            byte[] rest = assertTimeout(
                    Duration.ofMillis(1_500), () -> socket.getInputStream().readAllBytes());
            assertThat(rest).containsExactly(0x88, 2, 1007 >> 8, 1007 & 0xff);
        }
    }

    @Test
    void closesOnACloseCodeThatIsNone() throws Exception {
        try (RawWebSocket socket = RawWebSocket.open(wire, "")) {
            socket.next();
            socket.send(0x88, new byte[] {5_000 >> 8, (byte) 5_000});
            assertThat(socket.next().closeCode()).isEqualTo(1002);
        }
    }

    @Test
    void upgradesAndKeepsTheOrder() throws Exception {
        String sid = wire.openJoined();
        CompletableFuture<HttpResponse<String>> poll = wire.pollAsync(sid);
        Wire.Frames probe = wire.probe(sid);
        assertThat(probe.send("2probe").next()).isEqualTo("3probe");
        assertThat(poll.join().body()).isEqualTo("6");
        server.of("/").emit("queued", 1);
        server.of("/").emit("queued", 2);
        // What another thread emits is a task of the connection's loop: an answer from that loop says that it was taken.
        assertThat(probe.send("2probe").next()).isEqualTo("3probe");
        probe.send("5").send("42[\"echo\"]");
        assertThat(probe.next()).isEqualTo("42[\"queued\",1]");
        assertThat(probe.next()).isEqualTo("42[\"queued\",2]");
        assertThat(probe.next()).isEqualTo("42[\"echo\"]");
        HttpResponse<String> late = wire.poll(sid);
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(late.body()).isEqualTo("{\"code\":3,\"message\":\"Bad request\"}");
        assertThat(wire.post(sid, "42[\"x\"]").statusCode()).isEqualTo(400);
        Wire.Frames second = wire.probe(sid);
        assertThat(second.next()).isEqualTo("close 1005");
        assertThat(probe.send("42[\"still\"]").next()).isEqualTo("42[\"still\"]");
        probe.socket().abort();
        assertThat(end()).isEqualTo("transport close");
    }

    /** On several event loops: the session may live on another than its WebSocket. */
    @Test
    void hasEndedOnceTheClientSeesItsCloseAnswered() throws Exception {
        for (int i = 0; i < 8; i++) {
            String sid = wire.open();
            Wire.Frames frames = wire.probe(sid);
            frames.send("2probe").next();
            frames.send("5").socket().sendClose(1_000, "").join();
            assertThat(frames.next()).isEqualTo("close 1000");
            assertThat(wire.poll(sid).body()).isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
        }
    }

    @Test
    void outlivesProbesThatFail() throws Exception {
        String sid = wire.openJoined();
        Wire.Frames wrong = wire.probe(sid);
        assertThat(wrong.send("42[\"early\"]").next()).isEqualTo("close 1005");
        Wire.Frames slow = wire.probe(sid);
        assertThat(slow.send("2probe").next()).isEqualTo("3probe");
        Wire.Frames second = wire.probe(sid);
        assertThat(second.next()).isEqualTo("close 1005");
        assertThat(slow.next()).isEqualTo("close 1005");
        Wire.Frames gone = wire.probe(sid);
        gone.socket().abort();
        assertThat(wire.post(sid, "42[\"alive\"]").statusCode()).isEqualTo(200);
        assertThat(wire.poll(sid).body()).isEqualTo("42[\"alive\"]");
        assertThat(ends).isEmpty();
    }

    @Test
    void refusesUpgradesThatAreSwitchedOff() throws Exception {
        try (Wire fixed = new Wire(SioServer.builder().allowUpgrades(false).listen())) {
            assertThat(fixed.get("/socket.io/?EIO=4&transport=polling").body()).contains("\"upgrades\":[]");
            assertThat(fixed.probe(fixed.open()).next()).isEqualTo("close 1005");
        }
    }

    @Test
    void readsNoMoreFromAPeerThatDoesNotRead() throws Exception {
        String big = "x".repeat(900);
        try (Socket socket = wire.connect()) {
            socket.getOutputStream()
                    .write(("GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\n" + UPGRADE)
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(Wire.answer(socket)).startsWith("HTTP/1.1 101 ");
            masked(socket, "40");
            Thread flood = Thread.ofPlatform().daemon().start(() -> flood(socket, "42[\"" + big + "\"]"));
            await().atMost(Wire.PATIENCE).until(() -> server.of("/").size() == 1);
            Wire.Frames other = wire.socketJoined();
            assertThat(other.send("42[\"alive\"]").next()).isEqualTo("42[\"alive\"]");
            await().atMost(Wire.PATIENCE).until(() -> isStuck(flood));
        }
        assertThat(end()).isEqualTo("transport close");
    }

    /** Whether a thread makes no progress in the socket's write. */
    private static boolean isStuck(Thread thread) {
        return List.of(thread.getStackTrace()).stream()
                .anyMatch(frame -> frame.getClassName().contains("NioSocketImpl") && frame.getMethodName().equals("park"));
    }

    private static void flood(Socket socket, String text) {
        try {
            while (!socket.isClosed()) {
                masked(socket, text);
            }
        } catch (IOException closed) {
            return;
        }
    }

    private static void masked(Socket socket, String text) throws IOException {
        byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 8).put((byte) 0x81);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) 0xfe).putShort((short) payload.length);
        }
        frame.putInt(0).put(payload);
        socket.getOutputStream().write(frame.array(), 0, frame.position());
    }
}

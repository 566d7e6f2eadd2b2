package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sioscope.emulator.server.ConnectionStateRecovery;
import io.sioscope.emulator.server.ServerSocket;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.emulator.server.SioServerBuilder;
import io.sioscope.testing.NoLeaks;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server says of an end, and after which ends a client may come back as who it was. */
@NoLeaks
class DisconnectReasonsTest {
    private final BlockingQueue<ServerSocket> sockets = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

    private SioServerBuilder builder() {
        return SioServer.builder()
                .maxHttpBufferSize(1_000)
                .setup(io -> io.onConnection(socket -> {
                    socket.onDisconnect(reason -> ends.add(reason.text()));
                    sockets.add(socket);
                }));
    }

    private static <T> T taken(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("what the server hears").isNotNull();
        return next;
    }

    @ParameterizedTest
    @CsvSource({"49, forced close", "42{}, forced close", "40, forced server close", "'42/x,[\"a\"]', forced server close", "9, parse error"})
    void whatAPollingClientSendsWrong(String body, String reason) throws Exception {
        try (Wire wire = new Wire(builder().listen())) {
            String sid = wire.openJoined();
            wire.post(sid, body);
            assertThat(taken(ends)).isEqualTo(reason);
            assertThat(wire.poll(sid).body()).isIn("6\u001e1", "{\"code\":1,\"message\":\"Session ID unknown\"}");
        }
    }

    @Test
    void aPollThatWaitsTakesAForcedCloseAtOnce() throws Exception {
        try (Wire wire = new Wire(builder().threads(1).listen())) {
            String sid = wire.openJoined();
            try (Socket waiting = wire.served()) {
                waiting.getOutputStream()
                        .write(("GET " + Wire.session(sid) + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                // One event loop reads connections in the order in which something arrived on them.
                wire.post(sid, "40");
                assertThat(Wire.answer(waiting)).endsWith("\r\n\r\n1");
            }
            assertThat(taken(ends)).isEqualTo("forced close");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "websocket"})
    void whoJoinsNothingIsSentAwayWithoutASocket(String transport) throws Exception {
        try (Wire wire = new Wire(builder().connectTimeout(Duration.ofMillis(200)).listen())) {
            if (transport.equals("polling")) {
                assertThat(wire.poll(wire.open()).body()).isEqualTo("1");
            } else {
                Wire.Frames frames = wire.socket();
                frames.next();
                assertThat(frames.next()).isEqualTo("close 1005");
            }
            assertThat(sockets).isEmpty();
        }
    }

    @Test
    void aFailureIsTold() throws Exception {
        BlockingQueue<String> details = new LinkedBlockingQueue<>();
        try (Wire wire = new Wire(builder()
                .setup(io -> io.onConnection(
                        socket -> socket.onDisconnect(reason -> details.add(socket.conn().closeDetail()))))
                .listen())) {
            wire.socketJoined().send("2");
            assertThat(taken(details)).isEqualTo("invalid heartbeat direction");
            wire.post(wire.openJoined(), "x", "Content-Type", "application/octet-stream");
            assertThat(taken(details)).isEqualTo("invalid content");
            wire.socketJoined().send("41");
            assertThat(taken(details)).isEmpty();
        }
    }

    @Test
    void aWebSocketWithoutAPong() throws Exception {
        try (Wire wire = new Wire(
                builder().pingInterval(Duration.ofMillis(100)).pingTimeout(Duration.ofMillis(300)).listen())) {
            Wire.Frames frames = wire.socketJoined();
            assertThat(frames.next()).isEqualTo("2");
            assertThat(frames.next()).isEqualTo("close 1005");
            assertThat(taken(ends)).isEqualTo("ping timeout");
        }
    }

    private static String pid(String answer) {
        return answer.replaceAll(".*\"pid\":\"([^\"]+)\".*", "$1");
    }

    private void assertRecovers(boolean expected, String reason, SioServerBuilder builder, Consumer<Wire.Frames> end)
            throws Exception {
        try (Wire wire = new Wire(builder.connectionStateRecovery(ConnectionStateRecovery.DEFAULT).listen())) {
            Wire.Frames frames = wire.socket();
            frames.next();
            frames.send("40");
            String pid = pid(frames.next());
            ServerSocket socket = taken(sockets);
            socket.emit("hello");
            String offset = frames.next().replaceAll(".*,\"([^\"]+)\"]", "$1");
            end.accept(frames);
            assertThat(taken(ends)).isEqualTo(reason);

            Wire.Frames again = wire.socket();
            again.next();
            again.send("40{\"pid\":\"" + pid + "\",\"offset\":\"" + offset + "\"}");
            again.next();

            assertThat(taken(sockets).recovered()).isEqualTo(expected);
        }
        assertThat(taken(ends)).as("of the second one").isEqualTo("server shutting down");
    }

    @Test
    void forcedClosesCanBeUndone() throws Exception {
        assertRecovers(true, "forced close", builder(), frames -> frames.send("49"));
        assertRecovers(true, "forced close", builder(), frames -> frames.send("40"));
    }

    @Test
    void lostConnectionsCanBeUndone() throws Exception {
        assertRecovers(true, "transport close", builder(), frames -> frames.socket().abort());
        assertRecovers(true, "transport close", builder(), frames -> frames.socket().sendClose(1000, ""));
        assertRecovers(true, "transport error", builder(), frames -> frames.socket().sendText("4" + "x".repeat(1_000), true));
        assertRecovers(
                true,
                "ping timeout",
                builder().pingInterval(Duration.ofMillis(1_000)).pingTimeout(Duration.ofMillis(300)),
                frames -> {});
    }

    @Test
    void whoLeavesOrIsDisconnectedStaysAway() throws Exception {
        assertRecovers(false, "client namespace disconnect", builder(), frames -> frames.send("41"));
        for (boolean close : new boolean[] {false, true}) {
            SioServerBuilder builder = builder().setup(io -> io.onConnection(
                    socket -> socket.on("bye", (args, ack) -> socket.disconnect(close))));
            assertRecovers(false, "server namespace disconnect", builder, frames -> frames.send("42[\"bye\"]"));
        }
    }

    @Test
    void whoHasHeardNothingCannotComeBack() throws Exception {
        try (SioServer server = builder().connectionStateRecovery(ConnectionStateRecovery.DEFAULT).listen();
                Wire wire = new Wire(server)) {
            Wire.Frames frames = wire.socket();
            frames.next();
            frames.send("40");
            String pid = pid(frames.next());
            ServerSocket socket = taken(sockets);
            server.emit("hello");
            frames.next();
            frames.socket().abort();
            await().atMost(Wire.PATIENCE).until(() -> !socket.connected());
            Wire.Frames again = wire.socket();
            again.next();
            again.send("40{\"pid\":\"" + pid + "\"}");
            assertThat(pid(again.next())).isNotEqualTo(pid);
            assertThat(taken(sockets).recovered()).isFalse();
        }
    }
}

package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sioscope.emulator.server.ServerSocket;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.testing.NoLeaks;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Peers that take or give too little: what waits for them is bounded, and others are served on. */
@NoLeaks
class BoundsTest {
    private static final int MAX_OUTBOUND = 4_000_000;
    private static final String PIECE = "x".repeat(500_000);
    /** What a system's own socket buffers may hold beside ours. */
    private static final int MOST_PIECES = 200;
    /** In all just less than the bound, and more than the system's own socket buffers hold for a new connection. */
    private static final int SLOW_PIECES = 250;

    private final BlockingQueue<ServerSocket> sockets = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private Wire wire;

    @BeforeEach
    void listen() throws Exception {
        wire = new Wire(SioServer.builder()
                .maxOutboundBuffer(MAX_OUTBOUND)
                .headersTimeout(Duration.ofMillis(300))
                .setup(io -> io.of("/").onConnection(socket -> {
                    socket.onDisconnect(reason -> ends.add(reason.text()));
                    socket.on("echo", (args, ack) -> socket.emit("echo", args));
                    sockets.add(socket);
                }))
                .listen());
    }

    @AfterEach
    void close() {
        wire.close();
    }

    private ServerSocket taken() throws InterruptedException {
        ServerSocket socket = sockets.poll(Wire.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(socket).isNotNull();
        return socket;
    }

    private void assertOthersAreServed() throws InterruptedException {
        Wire.Frames frames = wire.socketJoined();
        frames.send("42[\"echo\",1]");
        assertThat(frames.next()).isEqualTo("42[\"echo\",1]");
    }

    @Test
    void givesUpAWebSocketThatNeverReads() throws Exception {
        try (Socket socket = wire.connect()) {
            socket.setReceiveBufferSize(4_096);
            ServerSocket slow = joinAndReadNoMore(socket);
            int pieces = 0;
            while (slow.connected() && pieces < MOST_PIECES) {
                slow.emit("piece", PIECE);
                pieces++;
            }
            assertThat(ends.poll(Wire.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("transport error");
            assertOthersAreServed();
        }
    }

    private ServerSocket joinAndReadNoMore(Socket socket) throws Exception {
        socket.getOutputStream().write(("GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\n"
                        + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        await().atMost(Wire.PATIENCE).until(() -> socket.getInputStream().available() > 150);
        // "40", masked with zeros.
        socket.getOutputStream().write(new byte[] {(byte) 0x81, (byte) 0x82, 0, 0, 0, 0, '4', '0'});
        return taken();
    }

    @Test
    void keepsTheOrderForASlowWebSocketAndClosesBehindAll() throws Exception {
        try (Socket socket = wire.connect()) {
            ServerSocket slow = joinAndReadNoMore(socket);
            String text = "x".repeat(15_000);
            for (int i = 0; i < SLOW_PIECES; i++) {
                slow.emit("piece", i, text);
            }
            slow.disconnect(true);
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            List<String> numbers = Pattern.compile("piece\",(\\d+),")
                    .matcher(all)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(numbers)
                    .isEqualTo(IntStream.range(0, SLOW_PIECES).mapToObj(Integer::toString).toList());
            assertThat(all).endsWith("\u0088\0");
        }
    }

    @Test
    void givesUpASessionThatNeverPolls() throws Exception {
        wire.openJoined();
        ServerSocket slow = taken();
        for (int i = 0; i <= MAX_OUTBOUND / PIECE.length(); i++) {
            slow.emit("piece", PIECE);
        }
        assertThat(ends.poll(Wire.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("transport error");
        assertOthersAreServed();
    }

    @Test
    void givesUpAHeadThatDoesNotEnd() throws Exception {
        try (Socket socket = wire.connect()) {
            byte[] head = "GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII);
            socket.getOutputStream().write(head);
            Thread dripping = Thread.ofVirtual().start(() -> drip(socket));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 408");
            dripping.interrupt();
            dripping.join();
        }
        assertOthersAreServed();
    }

    /** A byte at a time until the server hangs up. */
    private static void drip(Socket socket) {
        try {
            while (!Thread.interrupted()) {
                socket.getOutputStream().write('x');
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (java.io.IOException | InterruptedException ended) {
            return;
        }
    }
}

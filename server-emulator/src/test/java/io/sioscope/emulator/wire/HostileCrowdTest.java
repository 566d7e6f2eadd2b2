package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sioscope.emulator.server.SioServer;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.Peer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thousand clients that take without giving or give without end, with the host's bounds as they are by default. */
@NeedsNode
@NoLeaks
class HostileCrowdTest {
    private static final Map<String, Integer> KINDS =
            Map.of("deaf", 200, "drip", 250, "left", 250, "half", 198, "flood", 50, "broken", 50, "post", 2);
    private static final long MOST_BYTES = 256 * Memory.MEGABYTE;
    /** Short enough for each receiver to have a copy of its own. */
    private static final String PIECE = "x".repeat(15_000);
    private static final int ROUNDS = 8;
    /** In all 30 MB for each: more than the host's bound and the system's own socket buffers hold. */
    private static final int PIECES_A_ROUND = 250;

    private Wire wire;
    private SioServer server;

    @BeforeEach
    void listen() throws Exception {
        server = SioServer.builder()
                .setup(io -> io.of("/").onConnection(socket -> {
                    socket.on("echo", (args, ack) -> socket.emit("echo", args));
                    socket.on("deaf", (args, ack) -> socket.join("deaf"));
                }))
                .listen();
        wire = new Wire(server);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void isBorneWithinBoundsWhileOthersAreServed() throws Exception {
        Wire.Frames friend = wire.socketJoined();
        assertServed(friend, "before");
        long before = Memory.used();
        Map<String, Integer> config = new HashMap<>(KINDS);
        config.put("port", server.port());
        long most = 0;
        long slowest = 0;
        try (Peer crowd = Peer.start("hostile.cjs", config)) {
            assertThat(crowd.await("placed").path("count").asInt()).isEqualTo(1_000);
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < PIECES_A_ROUND; i++) {
                    server.of("/").to("deaf").emit("piece", PIECE);
                }
                long asked = System.nanoTime();
                assertServed(friend, "in round " + round);
                slowest = Math.max(slowest, System.nanoTime() - asked);
                most = Math.max(most, Memory.used() - before);
            }
            await().atMost(Wire.PATIENCE)
                    .until(() -> server.of("/").to("deaf").sockets().isEmpty());
        }
        System.out.printf(
                "1000 hostile clients: at most %d MB more, a friend was answered within %d ms%n",
                most / Memory.MEGABYTE, slowest / 1_000_000);
        assertThat(most).as("bytes that they cost").isLessThan(MOST_BYTES);
        await().atMost(Wire.PATIENCE).until(() -> server.of("/").size() == 1);
        assertServed(friend, "after");
    }

    private static void assertServed(Wire.Frames friend, String when) throws InterruptedException {
        String message = "42[\"echo\",\"" + when + "\"]";
        friend.send(message);
        String line = friend.next();
        while (line.equals("2")) {
            // A slow machine takes longer than a heartbeat.
            friend.send("3");
            line = friend.next();
        }
        assertThat(line).isEqualTo(message);
    }
}

package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sioscope.emulator.server.SioServer;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NeedsOpenFiles;
import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.Peer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One host that holds ten thousand sockets at once. */
@NeedsNode
@NeedsOpenFiles(11_000)
@NoLeaks
class TenThousandSocketsTest {
    private static final int COUNT = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    /** Measured: 5 to 6 KB, leak detection included. */
    private static final long MOST_BYTES_EACH = 20_000;

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void holdsThemAndReachesThemAll() throws Exception {
        try (SioServer server = SioServer.listen(0)) {
            long before = Memory.used();
            long begun = System.nanoTime();
            try (Peer crowd = Peer.start("crowd.cjs", Map.of("port", server.port(), "count", COUNT))) {
                await().atMost(PATIENCE).until(() -> server.of("/").size() == COUNT);
                crowd.await("joined");
                long joined = System.nanoTime();
                long each = (Memory.used() - before) / COUNT;
                long sent = System.nanoTime();
                server.of("/").emit("news", "to all");
                assertThat(crowd.await("heard").path("message").asText()).isEqualTo("42[\"news\",\"to all\"]");
                long heard = System.nanoTime();
                System.out.printf(
                        "%d sockets: joined in %d ms, %d bytes each, a broadcast heard by all in %d ms%n",
                        COUNT, (joined - begun) / 1_000_000, each, (heard - sent) / 1_000_000);
                assertThat(each).as("bytes that a socket costs").isLessThan(MOST_BYTES_EACH);
                assertThat(crowd.untaken()).as("clients that were lost").isEmpty();
            }
            await().atMost(PATIENCE).until(() -> server.connections().isEmpty());
        }
    }
}

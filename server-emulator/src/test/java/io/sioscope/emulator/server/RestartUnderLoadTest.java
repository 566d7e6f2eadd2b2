package io.sioscope.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.Peer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A host that ends while its clients send, and comes back on the same port. */
@NeedsNode
@NoLeaks
class RestartUnderLoadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CLIENTS = 50;
    private static final int RESTARTS = 3;
    private static final int EVENTS = 1_000;

    private final AtomicInteger received = new AtomicInteger();

    private SioServer listen(int port) throws ListenException {
        return SioServer.builder()
                .port(port)
                .setup(io -> io.of("/").onConnection(socket -> socket.on("load", (args, ack) -> {
                    received.incrementAndGet();
                    socket.emit("load", args);
                })))
                .listen();
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void clientsComeBackAndNothingLingers() throws Exception {
        SioServer server = listen(0);
        int port = server.port();
        try (Peer clients = Peer.start(
                "returning.cjs", Map.of("url", server.url().toString(), "count", CLIENTS))) {
            for (int restart = 0; restart < RESTARTS; restart++) {
                clients.await("here");
                awaitLoad();
                server.close();
                clients.await("away");
                await().atMost(PATIENCE).until(() -> hostThreads() == 0);
                server = listen(port);
            }
            clients.await("here");
            awaitLoad();
            SioServer last = server;
            await().atMost(PATIENCE).until(() -> last.connections().size() == CLIENTS);
        } finally {
            server.close();
        }
        await().atMost(PATIENCE).until(() -> hostThreads() == 0);
    }

    private void awaitLoad() {
        int before = received.get();
        await().atMost(PATIENCE).until(() -> received.get() > before + EVENTS);
    }

    @Test
    void aBusyPortIsNamedInTheMessage() throws Exception {
        try (SioServer server = listen(0)) {
            ListenException busy = catchThrowableOfType(ListenException.class, () -> listen(server.port()));
            assertThat(busy).hasMessage("cannot listen on 127.0.0.1:" + server.port() + ": the port is in use");
        }
        await().atMost(PATIENCE).until(() -> hostThreads() == 0);
    }

    private static long hostThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("sioscope-host"))
                .count();
    }
}

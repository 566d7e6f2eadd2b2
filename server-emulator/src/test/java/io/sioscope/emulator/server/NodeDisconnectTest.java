package io.sioscope.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.Peer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each side is told of an end that one of them did not ask for, with npm socket.io-client 4.8. The plain ends are NodeClientTest's. */
@NeedsNode
@NoLeaks
class NodeDisconnectTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BlockingQueue<ServerSocket> sockets = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

    private SioServer listen(Duration pingInterval, Duration pingTimeout) throws ListenException {
        return SioServer.builder()
                .pingInterval(pingInterval)
                .pingTimeout(pingTimeout)
                .setup(io -> io.onConnection(socket -> {
                    socket.onDisconnecting(reason -> ends.add("leaving " + socket.rooms().size()));
                    socket.onDisconnect(reason -> ends.add(reason.text()));
                    sockets.add(socket);
                }))
                .listen();
    }

    private void assertEnds(
            SioServer server, String transports, Map<String, String> command, String serverReason, String clientReason)
            throws InterruptedException {
        List<String> way = List.of(transports.split(" "));
        try (Peer peer = Peer.start(
                "client.cjs",
                Map.of(
                        "url", server.url().toString(),
                        "options", Map.of("transports", way, "reconnection", false)))) {
            ServerSocket socket = sockets.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(socket).isNotNull();
            peer.await("connect");
            if (way.size() > 1) {
                peer.await("upgrade");
            }
            await().atMost(PATIENCE).until(() -> socket.transport().label().equals(way.getLast()));
            peer.command(command);
            assertThat(peer.await("disconnect").path("reason").asText()).isEqualTo(clientReason);
            assertThat(ends.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("leaving 1");
            assertThat(ends.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isIn((Object[]) serverReason.split(" or "));
            assertThat(socket.rooms()).isEmpty();
            await().atMost(PATIENCE).until(() -> server.connections().isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "polling, 9, forced close",
        "websocket, 9, forced close",
        "polling websocket, 9, forced close",
        "polling, 0, forced close or forced server close",
        "websocket, 0, forced close",
        "polling websocket, 0, forced close",
        "websocket, '2/other,[\"x\"]', forced close",
        "websocket, 4{}, forced close"
    })
    void garbageAndViolationsForceTheEnd(String transports, String text, String reason) throws Exception {
        try (SioServer server = listen(Duration.ofSeconds(25), Duration.ofSeconds(20))) {
            assertEnds(server, transports, Map.of("do", "raw", "text", text), reason, "transport close");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "polling, mute, ping timeout, transport close",
        "websocket, mute, ping timeout, transport close",
        "polling websocket, mute, ping timeout, transport close",
        "polling, deaf, transport close, ping timeout",
        "websocket, deaf, transport close, ping timeout",
        "polling websocket, deaf, transport close, ping timeout"
    })
    void silenceIsNoticedByWhoHearsNothing(String transports, String command, String serverReason, String clientReason)
            throws Exception {
        try (SioServer server = listen(Duration.ofMillis(300), Duration.ofMillis(1_500))) {
            assertEnds(server, transports, Map.of("do", command), serverReason, clientReason);
        }
    }
}

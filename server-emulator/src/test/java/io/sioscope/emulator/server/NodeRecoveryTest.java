package io.sioscope.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Connection state recovery with npm socket.io-client 4.8. */
@NeedsNode
@NoLeaks
class NodeRecoveryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"polling", "websocket"})
    void theClientComesBackAsWhoItWas(String transport) throws Exception {
        BlockingQueue<ServerSocket> sockets = new LinkedBlockingQueue<>();
        try (SioServer server = SioServer.builder()
                        .connectionStateRecovery(ConnectionStateRecovery.DEFAULT)
                        .setup(io -> io.of("/").onConnection(sockets::add))
                        .listen();
                Peer peer = Peer.start("client.cjs", Map.of(
                        "url", server.url().toString(),
                        "options", Map.of("transports", List.of(transport), "reconnectionDelay", 400, "randomizationFactor", 0)))) {
            ServerSocket first = sockets.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(first).isNotNull();
            assertThat(peer.await("connect").path("recovered").asBoolean()).isFalse();
            first.join("room");
            first.emit("one", 1);
            assertThat(peer.await("event").path("event").asText()).isEqualTo("one");
            peer.command(Map.of("do", "drop"));
            await().atMost(PATIENCE).until(() -> !first.connected());
            server.of("/").to("room").emit("two", 2);

            ServerSocket again = sockets.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(again).isNotNull();
            assertThat(again.id()).isEqualTo(first.id());
            assertThat(again.recovered()).isTrue();
            JsonNode missed = peer.await("event");
            assertThat(missed.path("event").asText()).isEqualTo("two");
            JsonNode connect = peer.await("connect");
            assertThat(connect.path("recovered").asBoolean()).isTrue();
            assertThat(connect.path("socket").asText()).isEqualTo(first.id());
        }
    }
}

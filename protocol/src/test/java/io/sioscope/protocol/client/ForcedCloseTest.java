package io.sioscope.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.Reconnection;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.Peer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine closed from the client's side: npm's client and ours, against npm's server. */
@NeedsNode
@NoLeaks
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForcedCloseTest {
    private static final List<String> LIFE = List.of(
            "open",
            "connect",
            "close forced close",
            "disconnect forced close",
            "reconnect_attempt 1",
            "open",
            "reconnect 1",
            "connect");

    private Peer server;
    private Peer reference;

    @BeforeAll
    void start() {
        server = Peer.start("server.cjs", Map.of());
        reference = Peer.start("watched.cjs", Map.of());
    }

    @AfterAll
    void stop() {
        reference.close();
        server.close();
    }

    private String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** Without ids, which are new each time. */
    private static String plain(String line) {
        return line.startsWith("connect ") ? "connect" : line;
    }

    private void serverSawATransportClose() {
        JsonNode left = server.await("disconnect");
        assertThat(left.path("reason").asText()).isEqualTo("transport close");
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void theReferenceHearsAForcedCloseAndComesBack(Transport transport) {
        String name = transport.label();
        reference.command(Map.of(
                "do", "open", "client", name, "url", url(), "transports", List.of(name), "reconnection", true));
        List<String> lines = new ArrayList<>();
        while (lines.size() < LIFE.size()) {
            JsonNode line = reference.await("a line after " + lines, said -> name.equals(said.path("client").asText()));
            lines.add(plain(line.path("line").asText()));
            if (lines.size() == 2) {
                reference.command(Map.of("do", "close", "client", name));
            }
        }
        assertThat(lines).isEqualTo(LIFE);
        serverSawATransportClose();
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void oursDoesTheSameAndSendsWhatWasEmittedBefore(Transport transport) {
        Record record = new Record();
        try (SioClient client = SioClient.builder(url())
                .transports(transport)
                .reconnection(Reconnection.DEFAULT.withDelayMs(50).withJitter(0))
                .timeout(Duration.ofSeconds(20))
                .listener(record.client())
                .build()) {
            ClientSocket socket = client.socket("/");
            socket.listen(record.socket());
            socket.connect();
            record.await("connected");
            socket.emit("silent", transport.label()).emit("silent", "last of " + transport.label());
            client.closeEngine();
            record.await("the second grant", line -> line.startsWith("connected") && record.count("connected") == 2);
            List<String> told = record.lines().stream().map(ForcedCloseTest::asTheReferenceSays).toList();
            assertThat(told).isEqualTo(LIFE);
            server.await("the event", line -> line.path("args").path(0).asText().equals("last of " + transport.label()));
            serverSawATransportClose();
        }
        server.await("disconnect");
    }

    private static String asTheReferenceSays(String line) {
        return Stream.of("opened ", "connected ")
                .filter(line::startsWith)
                .findFirst()
                .map(start -> start.equals("opened ") ? "open" : "connect")
                .orElseGet(() -> line.replaceFirst(" / .*", "")
                        .replaceFirst("^closed", "close")
                        .replaceFirst("^disconnected", "disconnect")
                        .replaceFirst("^reconnectAttempt", "reconnect_attempt")
                        .replaceFirst("^reconnected", "reconnect"));
    }
}

package io.sioscope.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.ConnectFailure;
import io.sioscope.protocol.session.Reconnection;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects in front of a real server: what npm's client on Node comes to, and what ours says. */
@NeedsNode
@NoLeaks
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedirectTest {
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

    /** Sends every request on to the real server, with that status. */
    private RawServer redirecting(int status) {
        return new RawServer(line -> {
            String request = line.request();
            if (!request.isEmpty()) {
                line.answer(
                        status + " Elsewhere",
                        "Location: " + elsewhere(request.substring(4, request.indexOf(' ', 4))) + "\r\nConnection: close\r\n",
                        "");
                line.drain();
            }
        });
    }

    private String elsewhere(String target) {
        return "http://127.0.0.1:" + server.port() + target;
    }

    /**
     * 302 is not among them: there the session stays open at the real server without a namespace until that gives up, after
     * 45 seconds.
     */
    @ParameterizedTest
    @CsvSource({"301, polling", "303, polling", "307, polling", "308, polling", "302, websocket"})
    void theReferenceGetsThroughNone(int status, String transport) {
        String name = status + " " + transport;
        List<String> lines = new ArrayList<>();
        try (RawServer redirecting = redirecting(status)) {
            reference.command(
                    Map.of("do", "open", "client", name, "url", redirecting.url(), "transports", List.of(transport)));
            do {
                lines.add(reference
                        .await("a line of " + name, line -> name.equals(line.path("client").asText()))
                        .path("line")
                        .asText());
            } while (!lines.getLast().startsWith("connect"));
        }
        assertThat(lines.getLast()).startsWith("connect_error");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void oursSaysWhereItWasSent(int status) {
        CompletableFuture<ConnectFailure> failed = new CompletableFuture<>();
        try (RawServer redirecting = redirecting(status);
                SioClient client = SioClient.builder(redirecting.url())
                        .transports(Transport.POLLING)
                        .header("Authorization", "Bearer secret")
                        .reconnection(Reconnection.OFF)
                        .listener(new ClientListener() {
                            @Override
                            public void error(ConnectFailure failure) {
                                failed.complete(failure);
                            }
                        })
                        .connect()) {
            ConnectFailure failure = failed.orTimeout(20, TimeUnit.SECONDS).join();
            assertThat(client.isOpen()).isFalse();
            assertThat(failure).isInstanceOfSatisfying(ConnectFailure.HttpStatus.class, http -> {
                assertThat(http.status()).isEqualTo(status);
                assertThat(http.location()).startsWith(elsewhere("/socket.io/?"));
            });
        }
        assertThat(server.untaken())
                .as("nobody came to the real server")
                .noneMatch(line -> line.path("type").asText().equals("connection"));
    }
}

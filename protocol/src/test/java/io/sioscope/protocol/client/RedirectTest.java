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
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    /** Sends every request on to {@code port}, with that status. */
    private static RawServer redirecting(int status, int port) {
        return new RawServer(line -> {
            String request = line.request();
            if (!request.isEmpty()) {
                String target = request.substring(4, request.indexOf(' ', 4));
                line.answer(
                        status + " Elsewhere",
                        "Location: " + at(port) + target + "\r\nConnection: close\r\n",
                        "");
                line.drain();
            }
        });
    }

    private static String at(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** What the reference hears until it is told whether it connects. */
    private List<String> reference(String name, String transport, RawServer redirecting) {
        reference.command(Map.of(
                "do",
                "open",
                "client",
                name,
                "url",
                redirecting.url(),
                "transports",
                List.of(transport),
                "headers",
                Map.of("Authorization", "Bearer secret")));
        List<String> lines = new ArrayList<>();
        do {
            lines.add(reference
                    .await("a line of " + name, line -> name.equals(line.path("client").asText()))
                    .path("line")
                    .asText());
        } while (!lines.getLast().startsWith("connect"));
        return lines;
    }

    @ParameterizedTest
    @CsvSource({"301, polling", "308, polling", "302, websocket"})
    void theReferenceDoesNotFollow(int status, String transport) {
        try (RawServer redirecting = redirecting(status, server.port())) {
            assertThat(reference(status + " " + transport, transport, redirecting))
                    .last()
                    .asString()
                    .startsWith("connect_error");
        }
    }

    /** The other server hears the secret, and a name that is not its own. */
    @ParameterizedTest
    @ValueSource(ints = {302, 303, 307})
    void theReferenceHandsAllItsHeadersOn(int status) {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        try (RawServer other = new RawServer(line -> {
                    heard.add(line.request().toLowerCase(Locale.ROOT));
                    line.answer("400 Bad Request", "Connection: close\r\n", "");
                    line.drain();
                });
                RawServer redirecting = redirecting(status, other.port())) {
            assertThat(reference(status + " headers", "polling", redirecting)).last().asString().startsWith("connect_error");
            assertThat(heard)
                    .anySatisfy(request -> assertThat(request)
                            .contains("authorization: bearer secret", "host: 127.0.0.1:" + redirecting.port()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void oursSaysWhereItWasSent(int status) {
        CompletableFuture<ConnectFailure> failed = new CompletableFuture<>();
        try (RawServer redirecting = redirecting(status, server.port());
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
                assertThat(http.location()).startsWith(at(server.port()) + "/socket.io/?");
            });
        }
        assertThat(server.untaken())
                .as("nobody came to the real server")
                .noneMatch(line -> line.path("type").asText().equals("connection"));
    }
}

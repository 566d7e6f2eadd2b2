package io.sioscope.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.ConnectFailure;
import io.sioscope.protocol.session.Reconnection;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.Peer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The everyday reasons for which no connection comes about. */
@NoLeaks
class UnreachableTest {
    private static ConnectFailure failure(SioClientBuilder builder) {
        CompletableFuture<ConnectError> failed = new CompletableFuture<>();
        try (SioClient client = builder.reconnection(Reconnection.OFF).build()) {
            client.socket("/").listen(new SocketListener() {
                @Override
                public void connectError(ConnectError error) {
                    failed.complete(error);
                }
            });
            client.socket("/").connect();
            ConnectError error = failed.orTimeout(30, TimeUnit.SECONDS).join();
            assertThat(error).isInstanceOf(ConnectError.Unreachable.class);
            return ((ConnectError.Unreachable) error).failure();
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void aNameWithoutAddress(Transport transport) {
        assertThat(failure(SioClient.builder("http://nobody.invalid:3000").transports(transport)))
                .isEqualTo(new ConnectFailure.UnknownHost(transport, "nobody.invalid"));
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void aPortWithoutServer(Transport transport) throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        ConnectFailure failure = failure(SioClient.builder("http://localhost:" + port).transports(transport));
        assertThat(failure).isEqualTo(new ConnectFailure.Refused(transport, "localhost", port));
        assertThat(failure.message()).isEqualTo(transport == Transport.POLLING ? "xhr poll error" : "websocket error");
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void tlsToAServerWithoutIt(Transport transport) {
        try (RawServer server = new RawServer(line -> {
            line.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            line.drain();
        })) {
            assertThat(failure(SioClient.builder("https://127.0.0.1:" + server.port()).transports(transport)))
                    .isInstanceOfSatisfying(ConnectFailure.Tls.class, failure -> {
                        assertThat(failure.certificate()).isFalse();
                        assertThat(failure.detail()).isNotBlank();
                    });
        }
    }

    @Test
    @NeedsNode
    void aWrongPath() {
        try (Peer server = Peer.start("server.cjs", Map.of("options", Map.of("path", "/elsewhere/")))) {
            String url = "http://127.0.0.1:" + server.port();
            assertThat(failure(SioClient.builder(url).path("engine").timeout(java.time.Duration.ofSeconds(2))))
                    .as("the reference hangs where no other handler answers, or answers 404")
                    .isInstanceOfAny(ConnectFailure.Timeout.class, ConnectFailure.HttpStatus.class);
        }
    }

    @Test
    @NeedsNode
    void aTransportThatTheServerDoesNotHave() {
        try (Peer server = Peer.start(
                "server.cjs", Map.of("options", Map.of("transports", new String[] {"websocket"})))) {
            assertThat(failure(SioClient.builder("http://127.0.0.1:" + server.port())))
                    .isInstanceOfSatisfying(ConnectFailure.HttpStatus.class, failure -> {
                        assertThat(failure.engineCode()).isZero();
                        assertThat(failure.engineMessage()).isEqualTo("Transport unknown");
                    });
        }
    }
}

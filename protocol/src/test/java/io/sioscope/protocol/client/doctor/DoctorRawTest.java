package io.sioscope.protocol.client.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sioscope.protocol.client.RawServer;
import io.sioscope.protocol.client.SioUrl;
import io.sioscope.protocol.client.doctor.Finding.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What goes wrong before Socket.IO, and servers that mean harm: the right layer is named, and in time. */
class DoctorRawTest {
    private static final String OPEN =
            "0{\"sid\":\"E1\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000}";

    private static int closedPort() {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return taken.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void anUnknownHost() {
        Visit.to("http://nobody.invalid:3000")
                .blames(Layer.NAME, Kind.NAME_UNKNOWN, "nobody.invalid")
                .nothingAbove(Layer.NAME);
    }

    @Test
    void aClosedPort() {
        int port = closedPort();
        Visit.to("http://localhost:" + port)
                .blames(Layer.PORT, Kind.PORT_CLOSED, "localhost", port)
                .nothingAbove(Layer.PORT);
    }

    @Test
    void aServerThatNeverAnswers() {
        try (RawServer server = new RawServer(RawServer.Line::drain)) {
            Visit.to(server.url())
                    .blames(Layer.HTTP, Kind.HTTP_SILENT, "127.0.0.1", server.port(), 2)
                    .nothingAbove(Layer.HTTP);
        }
    }

    @Test
    void aServerThatNeverShakesHands() {
        try (RawServer server = new RawServer(RawServer.Line::drain)) {
            Visit.to("https://127.0.0.1:" + server.port())
                    .blames(Layer.TLS, Kind.TLS_SILENT, "127.0.0.1", server.port(), 2)
                    .nothingAbove(Layer.TLS);
        }
    }

    @Test
    void aServerThatClosesAtOnce() {
        try (RawServer server = new RawServer(RawServer.Line::request)) {
            Visit.to(server.url()).blames(Layer.HTTP, Kind.HTTP_CLOSED, "127.0.0.1", server.port());
        }
    }

    @Test
    void aServerOfAnotherProtocol() {
        try (RawServer server = new RawServer(line -> line.send("SSH-2.0-OpenSSH_9.2\r\n"))) {
            Visit.to(server.url())
                    .blames(
                            Layer.HTTP,
                            Kind.HTTP_OTHER_PROTOCOL,
                            "127.0.0.1",
                            server.port(),
                            "SSH-2.0-OpenSSH_9.2");
        }
    }

    @Test
    void headersWithoutEnd() {
        try (RawServer server = new RawServer(line -> {
            line.request();
            line.send("HTTP/1.1 200 OK\r\n");
            while (true) {
                line.send("X-More: " + "x".repeat(1_000) + "\r\n");
            }
        })) {
            Visit.to(server.url())
                    .blames(Layer.HTTP, Kind.HTTP_ENDLESS, "127.0.0.1", server.port(), Http.MAX_HEAD);
        }
    }

    @Test
    void aBodyWithoutEnd() {
        try (RawServer server = new RawServer(line -> {
            line.request();
            line.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (true) {
                line.send("3e8\r\n" + "a".repeat(1_000) + "\r\n");
            }
        })) {
            Visit visit = Visit.to(server.url());
            assertThat(visit.diagnosis().culprit().orElseThrow().layer()).isEqualTo(Layer.PATH);
        }
    }

    @Test
    void aRedirect() {
        try (RawServer server = new RawServer(line -> {
            line.request();
            line.answer("301 Moved", "Location: https://elsewhere.example/\r\n", "");
        })) {
            Visit.to(server.url()).blames(Layer.HTTP, Kind.HTTP_REDIRECT, 301, "https://elsewhere.example/");
        }
    }

    @Test
    void aGatewayWithoutServer() {
        try (RawServer server = new RawServer(line -> {
            line.request();
            line.answer("502 Bad Gateway", "Server: gate\r\n", "<h1>down</h1>");
        })) {
            Visit.to(server.url()).blames(Layer.HTTP, Kind.HTTP_GATEWAY, 502, "gate");
        }
    }

    @Test
    void anOpeningThatCannotBeRead() {
        try (RawServer server = new RawServer(line -> {
            line.request();
            line.answer("0{\"sid\":7}");
        })) {
            Visit.to(server.url()).blames(Layer.ENGINE, Kind.ENGINE_UNREADABLE, "0{\"sid\":7}");
        }
    }

    @Test
    void anAllowRequestThatRefuses() {
        try (RawServer server = new RawServer(line -> {
            line.request();
            line.answer("403 Forbidden", "", "{\"code\":4,\"message\":\"not from there\"}");
        })) {
            Visit.to(server.url()).blames(Layer.ENGINE, Kind.ENGINE_FORBIDDEN, "not from there");
        }
    }

    /** The frame's length is a lie of 2^62 bytes: nothing of that size may be made room for. */
    @Test
    void aFrameOfAGiganticLength() {
        try (RawServer server = new RawServer(line -> {
            String request = line.request();
            if (request.contains("Upgrade: websocket")) {
                line.upgrade(request);
                line.send(new byte[] {(byte) 0x81, 127, 0x40, 0, 0, 0, 0, 0, 0, 0});
                line.drain();
            } else {
                line.answer(request.startsWith("POST") ? "ok" : OPEN);
            }
        })) {
            Visit.to(server.url()).blames(Layer.TRANSPORT, Kind.TRANSPORT_WEBSOCKET_SILENT, "0x817f");
        }
    }

    @Test
    void aWebSocketThatStaysMute() {
        try (RawServer server = new RawServer(line -> {
            String request = line.request();
            if (request.contains("Upgrade: websocket")) {
                line.upgrade(request);
                line.drain();
            } else {
                line.answer(request.startsWith("POST") ? "ok" : OPEN);
            }
        })) {
            Visit.to(server.url())
                    .blames(Layer.TRANSPORT, Kind.TRANSPORT_WEBSOCKET_SILENT, "");
        }
    }

    /** A cache between may answer with what another client was answered. */
    @Test
    void anUpgradeThatWasAnsweredForSomebodyElse() {
        try (RawServer server = new RawServer(line -> {
            String request = line.request();
            if (request.contains("Upgrade: websocket")) {
                line.upgrade("Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==");
                line.frame(1, OPEN);
                line.drain();
            } else {
                line.answer(request.startsWith("POST") ? "ok" : OPEN);
            }
        })) {
            Visit.to(server.url())
                    .blames(Layer.TRANSPORT, Kind.TRANSPORT_WEBSOCKET_SILENT, "Sec-WebSocket-Accept");
        }
    }

    /** As localhost is, where the server listens on one family alone. */
    @Test
    void oneOfTwoAddressesIsOpen() throws IOException {
        try (RawServer server = new RawServer(RawServer.Line::drain)) {
            DoctorOptions options = Doctor.of(SioUrl.of(server.url())).options();
            Chart chart = new Chart(options);
            chart.addresses(List.of(InetAddress.getByName("127.0.0.2"), InetAddress.getByName("127.0.0.1")));
            CheckResult result = new PortCheck().examine(chart, Deadline.in(Duration.ofSeconds(5)));
            assertThat(result)
                    .isEqualTo(new CheckResult.Warned(
                            Finding.of(Kind.PORT_OPEN_PARTLY, server.port(), "127.0.0.1", "127.0.0.2")));
            try (Wire wire = chart.route().tcp(Deadline.in(Duration.ofSeconds(5)))) {
                assertThat(wire.socket().getInetAddress().getHostAddress()).isEqualTo("127.0.0.1");
            }
        }
    }

    @Test
    void cancelledWhileAServerIsSilent() {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        CompletableFuture<Void> left = new CompletableFuture<>();
        try (RawServer server = new RawServer(line -> {
            if (!line.request().isEmpty()) {
                reached.complete(null);
                line.drain();
                left.complete(null);
            }
        })) {
            Examination examination = Doctor.of(SioUrl.of(server.url()))
                    .patience(Duration.ofMinutes(5))
                    .build()
                    .start(new DoctorListener() {});
            reached.orTimeout(20, TimeUnit.SECONDS).join();
            examination.cancel();
            assertThatThrownBy(() -> examination.diagnosis().join()).isInstanceOf(CancellationException.class);
            left.orTimeout(20, TimeUnit.SECONDS).join();
        }
    }
}

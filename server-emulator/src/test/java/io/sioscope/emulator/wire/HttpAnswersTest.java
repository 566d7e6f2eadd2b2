package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.emulator.http.Cors;
import io.sioscope.emulator.http.HttpCompression;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.testing.NoLeaks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How answers are dressed: compression and CORS. */
@NoLeaks
class HttpAnswersTest {
    private static final String POLLING = "/socket.io/?EIO=4&transport=polling";

    private static byte[] poll(Wire wire, String sid, String accept) throws IOException {
        try (Socket socket = wire.connect()) {
            socket.getOutputStream().write(("GET " + POLLING + "&sid=" + sid + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                            + "Accept-Encoding: " + accept + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().readAllBytes();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "gzip, deflate, br | 1100 | gzip", "deflate | 1100 | deflate", "gzip;q=0, deflate | 1100 | deflate", "* | 1100 | gzip",
        "br | 1100 | none", "gzip | 900 | none"
    })
    void compressesWhatIsLargeAndAccepted(String accept, int size, String coding) throws Exception {
        try (Wire wire = new Wire(SioServer.builder()
                .setup(io -> io.of("/").onConnection(socket -> socket.emit("big", "x".repeat(size))))
                .listen())) {
            String sid = wire.open();
            wire.post(sid, "40");
            byte[] answer = poll(wire, sid, accept);
            String text = new String(answer, StandardCharsets.ISO_8859_1);
            int body = text.indexOf("\r\n\r\n") + 4;
            assertThat(text.substring(0, body).contains("content-encoding: " + coding)).isEqualTo(!coding.equals("none"));
            ByteArrayInputStream in = new ByteArrayInputStream(answer, body, answer.length - body);
            byte[] plain = switch (coding) {
                case "gzip" -> new GZIPInputStream(in).readAllBytes();
                case "deflate" -> new InflaterInputStream(in).readAllBytes();
                default -> in.readAllBytes();
            };
            assertThat(new String(plain, StandardCharsets.UTF_8)).endsWith("42[\"big\",\"" + "x".repeat(size) + "\"]");
        }
    }

    @Test
    void compressesNothingForEventsThatAskForIt() throws Exception {
        try (Wire wire = new Wire(SioServer.builder()
                .setup(io -> io.of("/").onConnection(socket -> socket.on("go", (args, ack) -> {
                    socket.compress(false).emit("big", "x".repeat(5_000));
                    io.of("/").compress(false).emit("big", "y".repeat(5_000));
                })))
                .listen())) {
            String sid = wire.openJoined();
            wire.post(sid, "42[\"go\"]");
            assertThat(new String(poll(wire, sid, "gzip"), StandardCharsets.UTF_8))
                    .doesNotContain("content-encoding")
                    .endsWith("y\"]");
        }
    }

    @Test
    void compressesNothingIfToldSo() throws Exception {
        try (Wire wire = new Wire(SioServer.builder()
                .httpCompression(null)
                .setup(io -> io.of("/").onConnection(socket -> socket.emit("big", "x".repeat(5_000))))
                .listen())) {
            String sid = wire.open();
            wire.post(sid, "40");
            assertThat(new String(poll(wire, sid, "gzip"), StandardCharsets.UTF_8)).endsWith("x\"]");
        }
        assertThat(HttpCompression.DEFAULT.threshold()).isEqualTo(1_024);
    }

    @Test
    void tellsAPageThatOpensAWebSocketAndNobodyWhoIsRefusedOne() throws Exception {
        try (Wire wire = new Wire(SioServer.builder().cors(Cors.origins("http://a.example")).listen())) {
            String origin = "Origin: http://a.example\r\n";
            try (RawWebSocket socket = RawWebSocket.open(wire, origin)) {
                assertThat(socket.answer())
                        .startsWith("HTTP/1.1 101 ")
                        .contains("access-control-allow-origin: http://a.example\r\n", "vary: Origin\r\n");
            }
            String upgrade = " HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" + origin + "\r\n";
            String refused = wire.raw("GET /socket.io/?EIO=4&transport=no" + upgrade);
            assertThat(refused).endsWith("Transport unknown").doesNotContain("access-control");
            String nowhere = wire.raw("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + origin + "\r\n");
            assertThat(nowhere).startsWith("HTTP/1.1 404 ").doesNotContain("access-control");
        }
    }

    private static String halfClosed(Wire wire, String request) throws IOException {
        try (Socket socket = wire.connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** On two event loops: a session that lives on another than the connection answers after the end has been seen. */
    @Test
    void answersWhoEndsItsSideBehindTheRequest() throws Exception {
        try (Wire wire = new Wire(SioServer.builder().threads(2).listen())) {
            for (int i = 0; i < 8; i++) {
                String sid = wire.open();
                String target = Wire.session(sid) + " HTTP/1.1\r\nHost: x\r\n";
                assertThat(halfClosed(wire, "POST " + target + "Content-Length: 2\r\n\r\n40")).endsWith("\r\n\r\nok");
                assertThat(halfClosed(wire, "GET " + target + "\r\nGET " + target + "\r\n"))
                        .startsWith("HTTP/1.1 200 ")
                        .contains("40{");
                assertThat(wire.poll(sid).body()).isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
            }
        }
    }

    @Test
    void tellsTheTime() throws Exception {
        try (Wire wire = new Wire(SioServer.listen(0))) {
            Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            for (String target : new String[] {POLLING, "/"}) {
                String date = wire.get(target).headers().firstValue("date").orElseThrow();
                Instant told = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
                assertThat(told).isBetween(before, Instant.now());
            }
        }
    }

    @Test
    void wantsToKnowTheHost() throws Exception {
        try (Wire wire = new Wire(SioServer.listen(0))) {
            assertThat(wire.raw("GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400 ");
            assertThat(wire.raw("GET /socket.io/?EIO=4&transport=polling HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void letsOriginsInByPatternOrFunction() throws Exception {
        Cors pattern = Cors.matching(Pattern.compile("^https://[a-z]+\\.example$"))
                .withCredentials()
                .withMethods("GET", "POST")
                .withAllowedHeaders("X-Mine")
                .withExposedHeaders("X-Seen");
        try (Wire wire = new Wire(SioServer.builder().cors(pattern).listen())) {
            HttpResponse<String> allowed = wire.get(POLLING, "Origin", "https://a.example");
            assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://a.example");
            assertThat(allowed.headers().firstValue("Access-Control-Allow-Credentials")).hasValue("true");
            assertThat(allowed.headers().firstValue("Access-Control-Expose-Headers")).hasValue("X-Seen");
            HttpResponse<String> other = wire.get(POLLING, "Origin", "https://1.example");
            assertThat(other.statusCode()).isEqualTo(200);
            assertThat(other.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
            assertThat(other.headers().firstValue("Vary")).hasValue("Origin");
            HttpResponse<String> preflight = wire.send(
                    "OPTIONS", POLLING, "", "Origin", "https://a.example", "Access-Control-Request-Headers", "X-Other");
            assertThat(preflight.statusCode()).isEqualTo(204);
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods")).hasValue("GET,POST");
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers")).hasValue("X-Mine");
        }
        Cors function = Cors.deciding(origin -> {
            if (origin.equals("https://bad")) {
                throw new IllegalStateException("made to fail");
            }
            return origin.equals("https://good");
        });
        try (Wire wire = new Wire(SioServer.builder().cors(function).listen())) {
            assertThat(wire.get(POLLING, "Origin", "https://good").headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("https://good");
            assertThat(wire.get(POLLING, "Origin", "https://bad").headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }
}

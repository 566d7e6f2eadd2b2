package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.emulator.http.Cors;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.protocol.Transport;
import io.sioscope.testing.NoLeaks;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The refusals of the HTTP side: status, body and order of checks. */
@NoLeaks
class VerificationTest {
    private Wire wire;

    @BeforeEach
    void listen() throws Exception {
        wire = new Wire(SioServer.listen(0));
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, EIO=4, 0, Transport unknown",
        "GET, EIO=4&transport=tobi, 0, Transport unknown",
        "GET, EIO=4&transport=constructor, 0, Transport unknown",
        "GET, EIO=4&transport=__proto__, 0, Transport unknown",
        "GET, EIO=4&transport=webtransport, 0, Transport unknown",
        "GET, EIO=4&transport=polling&transport=x, 0, Transport unknown",
        "POST, EIO=4, 0, Transport unknown",
        "GET, EIO=4&transport=polling&sid=nobody, 1, Session ID unknown",
        "POST, EIO=4&transport=polling&sid=constructor, 1, Session ID unknown",
        "GET, EIO=4&transport=websocket&sid=__proto__, 1, Session ID unknown",
        "POST, EIO=4&transport=polling, 2, Bad handshake method",
        "PUT, EIO=4&transport=polling, 2, Bad handshake method",
        "OPTIONS, EIO=4&transport=polling, 2, Bad handshake method",
        "OPTIONS, EIO=4&transport=websocket, 2, Bad handshake method",
        "GET, EIO=4&transport=websocket, 3, Bad request",
        "GET, transport=polling, 5, Unsupported protocol version",
        "GET, EIO=abc&transport=polling, 5, Unsupported protocol version",
        "GET, EIO=3&transport=polling, 5, Unsupported protocol version",
        "GET, EIO=04&transport=polling, 5, Unsupported protocol version",
        "GET, EIO=4&EIO=3&transport=polling, 5, Unsupported protocol version"
    })
    void refusesWithCodeAndMessage(String method, String query, int code, String message) {
        HttpResponse<String> answer = wire.send(method, "/socket.io/?" + query, "");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"code\":" + code + ",\"message\":\"" + message + "\"}");
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("access-control-allow-origin")).isEmpty();
    }

    @Test
    void refusesAnotherTransportThanTheSessions() {
        String sid = wire.open();
        HttpResponse<String> answer = wire.get("/socket.io/?EIO=4&transport=websocket&sid=" + sid);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"code\":3,\"message\":\"Bad request\"}");
    }

    @Test
    void answersOtherMethodsOfASessionWith500() {
        String sid = wire.openJoined();
        HttpResponse<String> answer = wire.send("PUT", Wire.session(sid), "x");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEmpty();
        assertThat(wire.post(sid, "41").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/socket.io?EIO=4&transport=polling", "/other/?EIO=4&transport=polling", "*"})
    void answers404WhereNobodyServes(String target) throws IOException {
        String answer = wire.raw("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 404 Not Found\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "EIO=4&transport=tobi, Transport unknown",
        "EIO=4&transport=websocket&sid=nobody, Session ID unknown",
        "EIO=3&transport=websocket, Unsupported protocol version"
    })
    void refusesUpgradesInPlainWords(String query, String message) throws IOException {
        String answer = wire.raw("GET /socket.io/?" + query + " HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n"
                + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400 Bad Request\r\n").endsWith("\r\n\r\n" + message);
        assertThat(answer.toLowerCase(java.util.Locale.ROOT)).contains("content-type: text/html", "connection: close");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "GET | Upgrade: websocket~Sec-WebSocket-Version: 13 | Missing or invalid Sec-WebSocket-Key header",
        "GET | Upgrade: websocket~Sec-WebSocket-Version: 13~Sec-WebSocket-Key: eA== | Missing or invalid Sec-WebSocket-Key header",
        "GET | Upgrade: websocket, h2c~Sec-WebSocket-Version: 13~KEY | Invalid Upgrade header",
        "GET | Upgrade: websocket~KEY | Missing or invalid Sec-WebSocket-Version header",
        "GET | Upgrade: websocket~Sec-WebSocket-Version: 7~KEY | Missing or invalid Sec-WebSocket-Version header",
        "GET | Upgrade: websocket~Sec-WebSocket-Version: 13~KEY~Sec-WebSocket-Protocol: a,,b | "
                + "Invalid Sec-WebSocket-Protocol header",
        "GET | Upgrade: websocket~Sec-WebSocket-Version: 13~KEY~Sec-WebSocket-Protocol: a, a | "
                + "Invalid Sec-WebSocket-Protocol header",
        "POST | Upgrade: websocket~Sec-WebSocket-Version: 13~KEY | Bad handshake method"
    })
    void refusesBrokenWebSocketHandshakes(String method, String headers, String message) throws IOException {
        String lines = headers.replace("KEY", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==").replace("~", "\r\n");
        String answer = wire.raw(method + " /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\n"
                + "Connection: keep-alive, Upgrade\r\n" + lines + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400 ").endsWith("\r\n\r\n" + message);
        assertThat(answer.contains("sec-websocket-version: 13, 8\r\n")).isEqualTo(message.contains("-Version"));
    }

    @Test
    void opensAndClosesAWebSocketForATransportThatHasNone() throws Exception {
        String sid = wire.open();
        assertThat(wire.upgrade("/socket.io/?EIO=4&transport=polling").next()).isEqualTo("close 1005");
        assertThat(wire.upgrade(Wire.session(sid)).next()).isEqualTo("close 1005");
        assertThat(wire.post(sid, "40").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesHeadsThatAreTooLongOrBroken() throws IOException {
        assertThat(wire.raw("GET /socket.io/?x=" + "y".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ");
        assertThat(wire.raw("GET /socket.io/ HTTP/1.1\r\nHost: x\r\nA: " + "y".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ");
        assertThat(wire.raw("GET /socket.io/ HTTP/1.1\r\nno colon here\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(wire.raw("\u0000\u0001nonsense\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void refusesATransportThatIsSwitchedOff() throws Exception {
        try (Wire other = new Wire(SioServer.builder().transports(Transport.WEBSOCKET).listen())) {
            assertThat(other.get("/socket.io/?EIO=4&transport=polling").body())
                    .isEqualTo("{\"code\":0,\"message\":\"Transport unknown\"}");
        }
    }

    @Test
    void servesAnotherPath() throws Exception {
        try (Wire other = new Wire(SioServer.builder().path("custom/path").listen())) {
            assertThat(other.get("/custom/path/?EIO=4&transport=polling").statusCode()).isEqualTo(200);
            assertThat(other.get("/socket.io/?EIO=4&transport=polling").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void answersPreflightsAndAddsCorsHeadersToErrorsToo() throws Exception {
        try (Wire open = new Wire(SioServer.builder().cors(Cors.any()).listen())) {
            HttpResponse<String> preflight =
                    open.send("OPTIONS", "/socket.io/?EIO=4&transport=polling", "", "Origin", "https://a.example",
                            "Access-Control-Request-Headers", "x-a,x-b");
            assertThat(preflight.statusCode()).isEqualTo(204);
            assertThat(preflight.headers().firstValue("access-control-allow-origin")).hasValue("*");
            assertThat(preflight.headers().firstValue("access-control-allow-methods"))
                    .hasValue("GET,HEAD,PUT,PATCH,POST,DELETE");
            assertThat(preflight.headers().firstValue("access-control-allow-headers")).hasValue("x-a,x-b");
            assertThat(preflight.body()).isEmpty();
            HttpResponse<String> error = open.get("/socket.io/?EIO=4&transport=tobi", "Origin", "https://a.example");
            assertThat(error.statusCode()).isEqualTo(400);
            assertThat(error.headers().firstValue("access-control-allow-origin")).hasValue("*");
        }
    }

    @Test
    void repeatsOnlyAnOriginThatIsAllowed() throws Exception {
        Cors cors = Cors.origins("https://a.example", "https://b.example").withCredentials();
        try (Wire some = new Wire(SioServer.builder().cors(cors).listen())) {
            HttpResponse<String> allowed = some.get("/socket.io/?EIO=4&transport=polling", "Origin", "https://b.example");
            assertThat(allowed.statusCode()).isEqualTo(200);
            assertThat(allowed.headers().firstValue("access-control-allow-origin")).hasValue("https://b.example");
            assertThat(allowed.headers().firstValue("access-control-allow-credentials")).hasValue("true");
            assertThat(allowed.headers().firstValue("vary")).hasValue("Origin");
            HttpResponse<String> other = some.get("/socket.io/?EIO=4&transport=polling", "Origin", "https://c.example");
            assertThat(other.statusCode()).isEqualTo(200);
            assertThat(other.headers().firstValue("access-control-allow-origin")).isEmpty();
        }
    }
}

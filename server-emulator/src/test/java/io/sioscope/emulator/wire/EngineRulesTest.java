package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.emulator.http.AllowRequest;
import io.sioscope.emulator.http.Cors;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.testing.NoLeaks;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The smaller rules of Engine.IO that a client of the reference may build on. A server with the defaults, where nothing else is said. */
@NoLeaks
class EngineRulesTest {
    private static final String POLLING = "/socket.io/?EIO=4&transport=polling";
    private static final String OLDER = "/socket.io/?EIO=3&transport=polling";

    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private SioServer server;
    private Wire wire;

    @BeforeEach
    void listen() throws Exception {
        server = SioServer.builder()
                .threads(1)
                .setup(io -> io.onConnection(socket -> {
                    socket.on("echo", (args, ack) -> socket.emit("echo", args));
                    socket.onDisconnect(reason -> ends.add(reason.text()));
                }))
                .listen();
        wire = new Wire(server);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    private String end() throws InterruptedException {
        return ends.poll(20, TimeUnit.SECONDS);
    }

    private static String sid(String opening) {
        int from = opening.indexOf("sid\":\"") + 6;
        return opening.substring(from, opening.indexOf('"', from));
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void opensWithTheReferencesDefaults() throws Exception {
        HttpResponse<String> answer = wire.get(POLLING);
        assertThat(answer.body())
                .endsWith("\"upgrades\":[\"websocket\"],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}");
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        assertThat(answer.headers().firstValue("access-control-allow-origin")).isEmpty();
        try (RawWebSocket socket = RawWebSocket.open(wire, "Sec-WebSocket-Extensions: permessage-deflate\r\n")) {
            assertThat(socket.answer()).doesNotContainIgnoringCase("sec-websocket-extensions").doesNotContainIgnoringCase("set-cookie");
        }
    }

    @Test
    void servesWhateverStandsBehindItsPath() {
        assertThat(wire.get("/socket.io/more/of/it?EIO=4&transport=polling").statusCode()).isEqualTo(200);
        assertThat(wire.get("/socket.iox/?EIO=4&transport=polling").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "a\u007f", "http://a.example\u0002"})
    void refusesAnOriginThatIsNoHeaderText(String origin) throws IOException {
        String answer = wire.raw("GET " + POLLING + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nOrigin: " + origin + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400 ");
    }

    /** The reference asks the application before it looks at the revision, and looks at all else before it asks. */
    @ParameterizedTest
    @CsvSource({
        "EIO=3&transport=polling, 403, 4",
        "EIO=4&transport=polling, 403, 4",
        "EIO=3&transport=tobi, 400, 0",
        "EIO=3&transport=polling&sid=x, 400, 1",
        "EIO=3&transport=websocket, 400, 3"
    })
    void asksTheApplicationBehindAllOtherChecksButTheRevisions(String query, int status, int code) throws Exception {
        try (Wire gated = new Wire(
                SioServer.builder().allowRequest((request, verdict) -> verdict.refuse()).listen())) {
            HttpResponse<String> answer = gated.get("/socket.io/?" + query);
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).startsWith("{\"code\":" + code + ",");
        }
        try (Wire open = new Wire(SioServer.builder().allowRequest((request, verdict) -> verdict.allow()).listen())) {
            assertThat(open.get(OLDER).body()).isEqualTo("{\"code\":5,\"message\":\"Unsupported protocol version\"}");
        }
    }

    @Test
    void refusesAnUpgradeOfAnotherRevisionBehindTheApplicationToo() throws Exception {
        AllowRequest nobody = (request, verdict) -> verdict.refuse();
        String upgrade = "GET /socket.io/?EIO=3&transport=websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n"
                + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        try (Wire gated = new Wire(SioServer.builder().allowRequest(nobody).listen())) {
            assertThat(gated.raw(upgrade)).startsWith("HTTP/1.1 400 ").endsWith("Forbidden");
        }
        assertThat(wire.raw(upgrade)).startsWith("HTTP/1.1 400 ").endsWith("Unsupported protocol version");
    }

    @Test
    void refusesARequestOfAnotherRevisionThanItsSessions() throws Exception {
        try (Wire both = new Wire(SioServer.builder().allowEio3(true).listen())) {
            String sid = both.open();
            HttpResponse<String> other = both.get(OLDER + "&sid=" + sid);
            assertThat(other.statusCode()).isEqualTo(400);
            assertThat(other.body()).isEqualTo("{\"code\":3,\"message\":\"Bad request\"}");
            assertThat(both.post(sid, "40").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void preflightsHaveNoBodyAndOpenNothing() throws Exception {
        try (SioServer some = SioServer.builder().cors(Cors.origins("https://a.example")).listen();
                Wire cors = new Wire(some)) {
            HttpResponse<String> preflight = cors.send("OPTIONS", POLLING, "", "Origin", "https://a.example");
            assertThat(preflight.statusCode()).isEqualTo(204);
            assertThat(preflight.headers().firstValue("content-length")).hasValue("0");
            assertThat(preflight.headers().allValues("vary")).contains("Origin");
            assertThat(some.connections()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'Mozilla/4.0 (compatible;MSIE 8.0; Windows NT 6.0)', true",
        "'Mozilla/5.0 (Windows NT 6.1; Trident/7.0)', true",
        "'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0', false"
    })
    void keepsAFilterOfOldBrowsersOut(String agent, boolean old) {
        HttpResponse<String> answer = wire.get(POLLING, "User-Agent", agent);
        assertThat(answer.headers().firstValue("x-xss-protection").isPresent()).isEqualTo(old);
        HttpResponse<String> posted = wire.post(sid(answer.body()), "40", "User-Agent", agent);
        assertThat(posted.headers().firstValue("x-xss-protection").isPresent()).isEqualTo(old);
        assertThat(posted.headers().firstValue("content-length")).hasValue("2");
    }

    @Test
    void takesAClientsPingOnPollingForAnError() throws Exception {
        String sid = wire.openJoined();
        wire.post(sid, "2");
        assertThat(end()).isEqualTo("transport error");
        assertThat(wire.poll(sid).body()).isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
    }

    @Test
    void theLastAnswersReachAClientThatCloses() throws Exception {
        String sid = wire.openJoined();
        try (Socket waiting = wire.served()) {
            write(waiting, "GET " + Wire.session(sid) + " HTTP/1.1\r\nHost: x\r\n\r\n");
            // One event loop reads connections in the order in which something arrived on them.
            wire.post(sid, "42[\"echo\",1]\u001e1");
            assertThat(Wire.answer(waiting)).endsWith("\r\n\r\n42[\"echo\",1]");
        }
        assertThat(end()).isEqualTo("transport close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "3", "6", "4x", "2", "2other", "9", ""})
    void whatIsNoProbeClosesTheProbeAlone(String text) throws Exception {
        String sid = wire.openJoined();
        Wire.Frames probe = wire.probe(sid);
        assertThat(probe.send(text).next()).isEqualTo("close 1005");
        assertAlive(sid);
    }

    @Test
    void aBinaryMessageClosesTheProbeAlone() throws Exception {
        String sid = wire.openJoined();
        Wire.Frames probe = wire.probe(sid);
        assertThat(probe.sendBinary(4, 1).next()).isEqualTo("close 1005");
        assertAlive(sid);
    }

    private void assertAlive(String sid) {
        assertThat(wire.post(sid, "42[\"echo\",\"alive\"]").statusCode()).isEqualTo(200);
        assertThat(wire.poll(sid).body()).isEqualTo("42[\"echo\",\"alive\"]");
        assertThat(ends).isEmpty();
    }

    @Test
    void releasesEveryPollWhileAProbeLasts() throws Exception {
        String sid = wire.openJoined();
        Wire.Frames probe = wire.probe(sid);
        assertThat(probe.send("2probe").next()).isEqualTo("3probe");
        for (int i = 0; i < 3; i++) {
            assertThat(wire.poll(sid).body()).isEqualTo("6");
        }
        assertThat(wire.post(sid, "42[\"echo\",1]").statusCode()).isEqualTo(200);
        assertThat(wire.poll(sid).body()).isEqualTo("42[\"echo\",1]");
    }

    @Test
    void theOlderGenerationUpgradesAndClosesInItsOwnFraming() throws Exception {
        try (Wire older = new Wire(SioServer.builder().allowEio3(true).threads(1).listen())) {
            String session = OLDER + "&sid=" + sid(older.get(OLDER).body());
            assertThat(older.get(session).body()).isEqualTo("2:40");
            CompletableFuture<HttpResponse<String>> poll = older.sendAsync("GET", session, "");
            Wire.Frames probe = older.upgrade(session.replace("polling", "websocket"));
            assertThat(probe.send("2probe").next()).isEqualTo("3probe");
            assertThat(poll.join().body()).isEqualTo("1:6");
            assertThat(older.send("POST", session, "1:2").body()).isEqualTo("ok");
            probe.send("5");
            assertThat(probe.next()).isEqualTo("3");

            String other = OLDER + "&sid=" + sid(older.get(OLDER).body());
            assertThat(older.get(other).body()).isEqualTo("2:40");
            assertThat(older.send("POST", other, "1:2").body()).isEqualTo("ok");
            assertThat(older.get(other).body()).isEqualTo("1:3");
            try (Socket waiting = older.served()) {
                write(waiting, "GET " + other + " HTTP/1.1\r\nHost: x\r\n\r\n");
                assertThat(older.send("POST", other, "1:1").body()).isEqualTo("ok");
                assertThat(Wire.answer(waiting)).endsWith("\r\n\r\n1:6");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4hello", "9:4x", "1:9", "x:4x"})
    void theOlderGenerationEndsOnABrokenPayload(String body) throws Exception {
        try (Wire older = new Wire(SioServer.builder().allowEio3(true).listen())) {
            String session = OLDER + "&sid=" + sid(older.get(OLDER).body());
            assertThat(older.send("POST", session, body).statusCode()).isEqualTo(400);
            assertThat(older.get(session).body()).isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
        }
    }

    @Test
    void aScriptIsPlainTextAndAFormsNewlineIsOne() {
        HttpResponse<String> opening = wire.get(POLLING + "&j=0");
        assertThat(opening.headers().firstValue("content-type")).hasValue("text/plain; charset=UTF-8");
        String sid = opening.body().replace("\\", "").replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1");
        String session = POLLING + "&j=0&sid=" + sid;
        List<String> forms = List.of("d=40", "d=42%5B%22echo%22%2C%5Cn%22a%5C%5Cnb%E2%80%A9%22%5D");
        for (String form : forms) {
            assertThat(wire.send("POST", session, form, "Content-Type", "application/x-www-form-urlencoded").body())
                    .isEqualTo("ok");
        }
        assertThat(wire.get(session).body().replace("\\u001E", "\\u001e"))
                .startsWith("___eio[0](\"40{")
                .endsWith("\\u001e42[\\\"echo\\\",\\\"a\\\\nb\\u2029\\\"]\");");
    }
}

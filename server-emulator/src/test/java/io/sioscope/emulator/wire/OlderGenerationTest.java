package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.emulator.server.SioServer;
import io.sioscope.protocol.Bytes;
import io.sioscope.testing.NoLeaks;
import java.net.http.HttpResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Engine.IO 3 and Socket.IO 4 protocol on the wire, as clients 1.x and 2.x see them. */
@NoLeaks
class OlderGenerationTest {
    private static final String POLLING = "/socket.io/?EIO=3&transport=polling";

    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private Wire wire;

    @BeforeEach
    void listen() throws Exception {
        listen(Duration.ofSeconds(25), Duration.ofSeconds(20));
    }

    private void listen(Duration pingInterval, Duration pingTimeout) throws Exception {
        wire = new Wire(SioServer.builder()
                .allowEio3(true)
                .pingInterval(pingInterval)
                .pingTimeout(pingTimeout)
                .setup(io -> {
                    io.of("/").onConnection(socket -> {
                        socket.onDisconnect(reason -> ends.add(reason.text()));
                        socket.on("echo", (args, ack) -> socket.emit("echo", args));
                        socket.on("bytes", (args, ack) -> socket.emit("bytes", Bytes.wrap(new byte[] {1, 2})));
                    });
                    io.of("/chat").onConnection(socket -> socket.emit("auth", socket.handshake().auth()));
                })
                .listen());
    }

    @AfterEach
    void close() {
        wire.close();
    }

    private static String sid(String opening) {
        int from = opening.indexOf("\"sid\":\"") + 7;
        return opening.substring(from, opening.indexOf('"', from));
    }

    /** Opens a session and takes the root namespace's answer. */
    private String open(String more) {
        String sid = sid(wire.get(POLLING + more).body());
        assertThat(poll(sid, more).body()).isEqualTo("2:40");
        return sid;
    }

    private HttpResponse<String> poll(String sid, String more) {
        return wire.get(POLLING + more + "&sid=" + sid);
    }

    private HttpResponse<String> post(String sid, String body, String more, String... headers) {
        return wire.send("POST", POLLING + more + "&sid=" + sid, body, headers);
    }

    @Test
    void connectsTheRootNamespaceByItself() {
        String body = wire.get(POLLING).body();

        assertThat(body).matches("118:0\\{\"sid\":\"[^\"]{20}\",\"upgrades\":\\[\"websocket\"],\"pingInterval\":25000,"
                + "\"pingTimeout\":20000,\"maxPayload\":1000000}");
        assertThat(poll(sid(body), "").body()).isEqualTo("2:40");
    }

    @Test
    void countsLengthsInUtf16Units() {
        String sid = open("");
        assertThat(post(sid, "16:42[\"echo\",\"é😀\"]", "").body()).isEqualTo("ok");

        assertThat(poll(sid, "").body()).isEqualTo("16:42[\"echo\",\"é😀\"]");
    }

    @Test
    void sendsBinaryAsOctetsOrForClientsOfTextAsBase64() {
        String octets = open("");
        post(octets, "11:42[\"bytes\"]", "");
        HttpResponse<String> answer = poll(octets, "");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(answer.body()).startsWith("\0\4\3\uFFFD451-[\"bytes\"").endsWith("\1\3\uFFFD\4\1\2");

        String text = open("&b64=1");
        post(text, "11:42[\"bytes\"]", "&b64=1");
        assertThat(poll(text, "&b64=1").body())
                .isEqualTo("43:451-[\"bytes\",{\"_placeholder\":true,\"num\":0}]6:b4AQI=");
    }

    @Test
    void takesBinaryPayloads() {
        String sid = open("");
        String body = "\0\1\4\u00ff42[\"echo\",\"x\"]";

        HttpResponse<String> answer = wire.sendBytes(
                POLLING + "&sid=" + sid, body.getBytes(StandardCharsets.ISO_8859_1), "Content-Type", "application/octet-stream");

        assertThat(answer.body()).isEqualTo("ok");
        assertThat(poll(sid, "").body()).isEqualTo("14:42[\"echo\",\"x\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EIO=3", "EIO=4"})
    void pollsByScriptsAndForms(String version) {
        String path = "/socket.io/?" + version + "&transport=polling&j=7x";
        String opening = wire.get(path).body();
        assertThat(opening).startsWith("___eio[7](\"").endsWith("\");").contains("\\\"sid\\\"");
        int from = opening.indexOf("sid\\\":\\\"") + 8;
        String sid = opening.substring(from, from + 20);
        boolean older = version.endsWith("3");
        if (older) {
            assertThat(wire.get(path + "&sid=" + sid).body()).isEqualTo("___eio[7](\"2:40\");");
        }
        String payload = older ? "18:42[\"echo\",\"a\\\\nb\u2028\"]" : "40";
        String form = "d=" + URLEncoder.encode(payload, StandardCharsets.UTF_8);

        HttpResponse<String> posted = wire.send(
                "POST", path + "&sid=" + sid, form, "Content-Type", "application/x-www-form-urlencoded");

        assertThat(posted.body()).isEqualTo("ok");
        assertThat(wire.get(path + "&sid=" + sid).body())
                .startsWith("___eio[7](\"" + (older ? "18:42[\\\"echo\\\",\\\"a\\\\nb\\u2028" : "40{"))
                .doesNotContain("\u2028");
    }

    @Test
    void answersTheClientsHeartbeatAndEndsWithoutOne() throws Exception {
        wire.close();
        listen(Duration.ofMillis(700), Duration.ofMillis(300));
        Wire.Frames frames = wire.upgrade("/socket.io/?EIO=3&transport=websocket");
        assertThat(frames.next()).startsWith("0{");
        assertThat(frames.next()).isEqualTo("40");
        frames.send("2");
        assertThat(frames.next()).isEqualTo("3");
        assertThat(frames.next()).isEqualTo("close 1005");
    }

    @Test
    void endsAClientThatSendsTheServersHeartbeat() throws Exception {
        Wire.Frames frames = wire.upgrade("/socket.io/?EIO=3&transport=websocket");
        frames.next();
        frames.next();
        frames.send("3");
        assertThat(frames.next()).isEqualTo("close 1005");
    }

    @Test
    void carriesBinaryOnAWebSocketBehindItsType() throws Exception {
        Wire.Frames frames = wire.upgrade("/socket.io/?EIO=3&transport=websocket");
        frames.next();
        frames.next();
        frames.send("42[\"bytes\"]");
        assertThat(frames.next()).startsWith("451-");
        assertThat(frames.next()).isEqualTo("binary 040102");
        frames.send("451-[\"echo\",{\"_placeholder\":true,\"num\":0}]").sendBinary(4, 9);
        assertThat(frames.next()).startsWith("451-");
        assertThat(frames.next()).isEqualTo("binary 0409");

        Wire.Frames text = wire.upgrade("/socket.io/?EIO=3&transport=websocket&b64=1");
        text.next();
        text.next();
        text.send("42[\"bytes\"]");
        text.next();
        assertThat(text.next()).isEqualTo("b4AQI=");
    }

    @Test
    void passesAFormWithoutPacketsOver() {
        String path = "/socket.io/?EIO=4&transport=polling&j=1";
        String opening = wire.get(path).body();
        int from = opening.indexOf("sid\\\":\\\"") + 8;
        String session = path + "&sid=" + opening.substring(from, from + 20);
        String[] form = {"Content-Type", "application/x-www-form-urlencoded"};
        assertThat(wire.send("POST", session, "e=40", form).body()).isEqualTo("ok");
        assertThat(wire.send("POST", session, "d=40", form).body()).isEqualTo("ok");
        assertThat(wire.get(session).body()).startsWith("___eio[1](\"40{");
    }

    @Test
    void takesNothingButTheQueryOfANamespaceForItsAuth() throws Exception {
        Wire.Frames frames = wire.upgrade("/socket.io/?EIO=3&transport=websocket");
        frames.next();
        frames.next();
        frames.send("40/chat,{\"token\":\"a b\"}");
        assertThat(frames.next()).isEqualTo("40/chat,");
        assertThat(frames.next()).isEqualTo("42/chat,[\"auth\",{}]");
    }

    @Test
    void takesTheQueryOfANamespaceForItsAuth() throws Exception {
        Wire.Frames frames = wire.upgrade("/socket.io/?EIO=3&transport=websocket");
        frames.next();
        frames.next();
        frames.send("40/chat?token=a%20b&x=1,");
        assertThat(frames.next()).isEqualTo("40/chat,");
        assertThat(frames.next()).isEqualTo("42/chat,[\"auth\",{\"token\":\"a b\",\"x\":\"1\"}]");
        frames.send("40/nowhere,");
        assertThat(frames.next()).isEqualTo("44/nowhere,{\"message\":\"Invalid namespace\"}");
        frames.send("41");
        // What comes with the goodbye itself is passed over: the event has to come later.
        assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo("client namespace disconnect");
        frames.send("42[\"echo\"]");
        assertThat(frames.next()).isEqualTo("close 1005");
    }

    @Test
    void refusesTheOlderGenerationUnlessItIsAskedFor() throws Exception {
        try (Wire strict = new Wire(SioServer.listen(0))) {
            assertThat(strict.get(POLLING).body()).isEqualTo("{\"code\":5,\"message\":\"Unsupported protocol version\"}");
            assertThat(strict.get("/socket.io/?transport=polling").statusCode()).isEqualTo(400);
        }
        assertThat(wire.get("/socket.io/?transport=polling").statusCode()).isEqualTo(200);
    }
}

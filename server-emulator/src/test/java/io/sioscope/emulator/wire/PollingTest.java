package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sioscope.emulator.server.SioServer;
import io.sioscope.protocol.Bytes;
import io.sioscope.testing.NoLeaks;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Polling as it goes over the wire. */
@NoLeaks
class PollingTest {
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private SioServer server;
    private Wire wire;

    @BeforeEach
    void listen() throws Exception {
        server = SioServer.builder()
                .threads(1)
                .maxHttpBufferSize(1_000)
                .setup(io -> io.of("/").onConnection(socket -> {
                    socket.onAny((name, args, ack) -> socket.emit(name, args));
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

    @Test
    void passesNoBrokenTextOn() throws Exception {
        String sid = wire.openJoined();
        byte[] body = "42[\"?\",\"é\"]".getBytes(StandardCharsets.UTF_8);
        body[4] = (byte) 0xff;
        assertThat(wire.sendBytes(Wire.session(sid), body, "Content-Type", "text/plain").body()).isEqualTo("ok");
        assertThat(wire.poll(sid).body()).isEqualTo("42[\"\ufffd\",\"é\"]");
    }

    private void assertUnknown(String sid) {
        HttpResponse<String> answer = wire.poll(sid);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
    }

    @Test
    void opensWithTheReferencesHeaders() {
        HttpResponse<String> answer = wire.get("/socket.io/?EIO=4&transport=polling&t=abc&b64=1",
                "User-Agent", "Mozilla/5.0 (Windows NT 6.1; Trident/7.0)");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).matches("0\\{\"sid\":\"[A-Za-z0-9_-]{20}\",\"upgrades\":\\[\"websocket\"],"
                + "\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000}");
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/plain; charset=UTF-8");
        assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("content-length")).hasValue("" + answer.body().length());
        assertThat(answer.headers().firstValue("x-xss-protection")).hasValue("0");
    }

    @Test
    void echoesTextAndBinary() {
        String sid = wire.openJoined();
        HttpResponse<String> posted =
                wire.post(sid, "42[\"a\",\"é\"]\u001e451-[\"b\",{\"_placeholder\":true,\"num\":0}]\u001ebAQL/");
        assertThat(posted.statusCode()).isEqualTo(200);
        assertThat(posted.body()).isEqualTo("ok");
        assertThat(posted.headers().firstValue("content-type")).hasValue("text/html");
        assertThat(wire.poll(sid).body())
                .isEqualTo("42[\"a\",\"é\"]\u001e451-[\"b\",{\"_placeholder\":true,\"num\":0}]\u001ebAQL/");
    }

    @Test
    void diesOfASecondPoll() throws Exception {
        String sid = wire.openJoined();
        CompletableFuture<HttpResponse<String>> first = wire.pollAsync(sid);
        CompletableFuture<HttpResponse<String>> second = wire.pollAsync(sid);
        List<HttpResponse<String>> both = List.of(first.join(), second.join());
        assertThat(both).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 400);
        assertThat(both).extracting(HttpResponse::body).contains("1");
        assertThat(end()).isEqualTo("transport error");
        assertUnknown(sid);
    }

    @Test
    void diesOfAnAbortedPoll() throws Exception {
        String sid = wire.openJoined();
        try (Socket socket = wire.connect()) {
            send(socket, "GET " + Wire.session(sid) + " HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(wire.post(sid, "42[\"answered\"]").statusCode()).isEqualTo(200);
            assertThat(Wire.answer(socket)).endsWith("42[\"answered\"]");
            send(socket, "GET " + Wire.session(sid) + " HTTP/1.1\r\nHost: x\r\n\r\n");
            await().until(() -> server.connections().size() == 1);
        }
        assertThat(end()).isEqualTo("transport error");
        assertUnknown(sid);
    }

    @Test
    void diesOfASecondOrAbortedPost() throws Exception {
        String head = " HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n42[";
        String sid = wire.openJoined();
        try (Socket socket = wire.connect()) {
            send(socket, "POST " + Wire.session(sid) + head);
            HttpResponse<String> second = awaitOverlap(sid);
            assertThat(second.statusCode()).isEqualTo(400);
            assertThat(end()).isEqualTo("transport error");
            assertThat(Wire.answer(socket)).startsWith("HTTP/1.1 400 ");
        }
        String other = wire.openJoined();
        try (Socket socket = wire.connect()) {
            send(socket, "POST " + Wire.session(other) + head);
            socket.shutdownOutput();
            assertThat(end()).isEqualTo("transport error");
        }
        assertUnknown(other);
    }

    /** The first POST's head may still be on its way: a heartbeat answer is harmless until it has arrived. */
    private HttpResponse<String> awaitOverlap(String sid) {
        HttpResponse<String> answer;
        do {
            answer = wire.post(sid, "3");
        } while (answer.statusCode() == 200);
        return answer;
    }

    @Test
    void countsTheLimitInBytes() {
        String sid = wire.openJoined();
        String fits = "42[\"x\",\"" + "é".repeat(495) + "\"]";
        assertThat(fits.getBytes(StandardCharsets.UTF_8)).hasSize(1_000);
        assertThat(wire.post(sid, fits).statusCode()).isEqualTo(200);
        HttpResponse<String> tooLarge = wire.post(sid, fits + "é");
        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(tooLarge.body()).isEmpty();
        assertThat(wire.poll(sid).body()).isEqualTo(fits);
    }

    @Test
    void stopsReadingABodyWithoutLengthAtTheLimit() throws IOException {
        String sid = wire.openJoined();
        String chunk = "3e8\r\n" + "y".repeat(1_000) + "\r\n";
        String answer = wire.raw("POST " + Wire.session(sid) + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                + chunk + chunk + "0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void joinsABodyThatIsCutInsideACharacter() throws Exception {
        String sid = wire.openJoined();
        byte[] body = "42[\"x\",\"€😀\"]".getBytes(StandardCharsets.UTF_8);
        try (Socket socket = wire.connect()) {
            send(socket, "POST " + Wire.session(sid) + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
            OutputStream out = socket.getOutputStream();
            for (byte octet : body) {
                out.write("1\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(octet);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
            send(socket, "0\r\n\r\n");
            assertThat(Wire.answer(socket)).endsWith("ok");
        }
        assertThat(wire.poll(sid).body()).isEqualTo("42[\"x\",\"€😀\"]");
    }

    @Test
    void refusesABinaryPostAndLeavesNothingOpen() throws Exception {
        String sid = wire.openJoined();
        HttpResponse<String> answer = wire.post(sid, "x", "Content-Type", "application/octet-stream");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(end()).isEqualTo("transport error");
        assertUnknown(sid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "\u001e", "b!!!", "42[\"x\"]\u001e\u001e"})
    void endsOnABrokenPayload(String body) throws Exception {
        String sid = wire.openJoined();
        assertThat(wire.post(sid, body).statusCode()).isEqualTo(400);
        assertThat(end()).isEqualTo("parse error");
        assertUnknown(sid);
    }

    @Test
    void releasesThePollOfAClientThatCloses() throws Exception {
        String sid = wire.openJoined();
        try (Socket socket = wire.connect()) {
            wire.post(sid, "42[\"first\"]");
            send(socket, "GET " + Wire.session(sid) + " HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(Wire.answer(socket)).endsWith("42[\"first\"]");
            // One event loop reads connections in the order in which something arrived on them.
            send(socket, "GET " + Wire.session(sid) + " HTTP/1.1\r\nHost: x\r\n\r\n");
            HttpResponse<String> answer = wire.post(sid, "1");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Wire.answer(socket)).endsWith("\r\n\r\n6");
        }
        assertThat(end()).isEqualTo("transport close");
        assertUnknown(sid);
    }

    @Test
    void closesThroughThePolls() throws Exception {
        String sid = wire.openJoined();
        server.of("/").sockets().forEach(socket -> {
            socket.emit("bytes", Bytes.wrap(new byte[] {1}));
            socket.disconnect(true);
        });
        assertThat(end()).isEqualTo("server namespace disconnect");
        String first = wire.poll(sid).body();
        assertThat(first).isEqualTo("451-[\"bytes\",{\"_placeholder\":true,\"num\":0}]\u001ebAQ==\u001e41");
        assertThat(wire.poll(sid).body()).isEqualTo("6\u001e1");
        assertUnknown(sid);
    }

    @Test
    void servesPipelinedRequestsInOrder() throws Exception {
        String sid = wire.openJoined();
        try (Socket socket = wire.connect()) {
            String post = "POST " + Wire.session(sid) + " HTTP/1.1\r\nHost: x\r\nContent-Length: 7\r\n\r\n42[\"p\"]";
            String poll = "GET " + Wire.session(sid) + " HTTP/1.1\r\nHost: x\r\n\r\n";
            send(socket, post + poll + post + poll);
            assertThat(Wire.answer(socket)).endsWith("ok");
            assertThat(Wire.answer(socket)).endsWith("\r\n\r\n42[\"p\"]");
            assertThat(Wire.answer(socket)).endsWith("ok");
            assertThat(Wire.answer(socket)).endsWith("\r\n\r\n42[\"p\"]");
        }
    }

    @Test
    void invitesABodyThatWaitsToBeInvited() throws Exception {
        String sid = wire.openJoined();
        try (Socket socket = wire.connect()) {
            send(socket, "POST " + Wire.session(sid)
                    + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n");
            assertThat(Wire.answer(socket)).startsWith("HTTP/1.1 100 Continue");
            send(socket, "3");
            assertThat(Wire.answer(socket)).endsWith("ok");
        }
    }

    @Test
    void pingsAndGivesUp() throws Exception {
        try (Wire quick = new Wire(SioServer.builder()
                .pingInterval(Duration.ofMillis(100))
                .pingTimeout(Duration.ofMillis(100))
                .setup(io -> io.of("/").onConnection(socket -> socket.onDisconnect(reason -> ends.add(reason.text()))))
                .listen())) {
            String sid = quick.openJoined();
            assertThat(quick.poll(sid).body()).isEqualTo("2");
            assertThat(quick.post(sid, "3").statusCode()).isEqualTo(200);
            assertThat(quick.poll(sid).body()).isEqualTo("2");
            assertThat(quick.poll(sid).body()).isEqualTo("1");
            assertThat(end()).isEqualTo("ping timeout");
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }
}

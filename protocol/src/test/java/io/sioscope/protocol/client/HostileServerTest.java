package io.sioscope.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.ConnectFailure;
import io.sioscope.protocol.session.Reconnection;
import io.sioscope.testing.NoLeaks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that answer wrongly, too much, never, or not to the end: always an outcome, never a hang. */
@NoLeaks
class HostileServerTest {
    private static final String OPEN = "0{\"sid\":\"E1\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000}";

    /** Connects once and gives the failure. */
    private static ConnectFailure failure(String url, Transport transport) {
        CompletableFuture<ConnectFailure> failed = new CompletableFuture<>();
        SioClientBuilder builder = SioClient.builder(url)
                .transports(transport)
                .reconnection(Reconnection.OFF)
                .timeout(Duration.ofSeconds(20))
                .maxMessageBytes(100_000)
                .listener(new ClientListener() {
                    @Override
                    public void error(ConnectFailure failure) {
                        failed.complete(failure);
                    }
                });
        try (SioClient client = builder.connect()) {
            assertThat(client.isOpen()).isFalse();
            return failed.orTimeout(25, TimeUnit.SECONDS).join();
        }
    }

    private static ConnectFailure polling(RawServer.Behaviour behaviour) {
        try (RawServer server = new RawServer(behaviour)) {
            return failure(server.url(), Transport.POLLING);
        }
    }

    private static ConnectFailure webSocket(RawServer.Behaviour behaviour) {
        try (RawServer server = new RawServer(behaviour)) {
            return failure(server.url(), Transport.WEBSOCKET);
        }
    }

    private static void ask(RawServer.Line line, String status, String headers, String body) throws IOException {
        line.request();
        line.answer(status, headers, body);
        line.drain();
    }

    @Test
    void aPageInPlaceOfEngineIo() {
        assertThat(polling(line -> ask(line, "200 OK", "Content-Type: text/html\r\n", "<html>" + "x".repeat(500))))
                .isInstanceOfSatisfying(ConnectFailure.NotEngineIo.class, failure -> {
                    assertThat(failure.contentType()).isEqualTo("text/html");
                    assertThat(failure.bodyStart()).startsWith("<html>").hasSize(ConnectFailure.BODY_START);
                });
    }

    @Test
    void anEmptyAnswer() {
        assertThat(polling(line -> ask(line, "200 OK", "", ""))).isInstanceOf(ConnectFailure.NotEngineIo.class);
    }

    @Test
    void anEngineIoError() {
        assertThat(polling(line -> ask(
                        line, "400 Bad Request", "", "{\"code\":5,\"message\":\"Unsupported protocol version\"}")))
                .isInstanceOfSatisfying(ConnectFailure.HttpStatus.class, failure -> {
                    assertThat(failure.status()).isEqualTo(400);
                    assertThat(failure.engineCode()).isEqualTo(5);
                    assertThat(failure.engineMessage()).isEqualTo("Unsupported protocol version");
                });
    }

    @Test
    void aRedirectIsNotFollowedButNamed() {
        assertThat(polling(line -> ask(line, "301 Moved", "Location: https://elsewhere.invalid/\r\n", "moved")))
                .isInstanceOfSatisfying(ConnectFailure.HttpStatus.class, failure -> {
                    assertThat(failure.location()).isEqualTo("https://elsewhere.invalid/");
                    assertThat(failure.engineCode()).isEqualTo(-1);
                });
    }

    @Test
    void aBodyAnnouncedAboveTheLimit() {
        assertThat(polling(line -> {
                    line.request();
                    line.send("HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\n0{");
                    line.drain();
                }))
                .isEqualTo(new ConnectFailure.TooLarge(Transport.POLLING, 100_000));
    }

    @Test
    void aBodyThatNeverEnds() {
        assertThat(polling(line -> {
                    line.request();
                    line.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                    String chunk = "1000\r\n" + "x".repeat(0x1000) + "\r\n";
                    for (int i = 0; i < 1000; i++) {
                        line.send(chunk);
                    }
                }))
                .isEqualTo(new ConnectFailure.TooLarge(Transport.POLLING, 100_000));
    }

    @Test
    void aSmallBodyThatInflatesToAHugeOne() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(new byte[20_000_000]);
        }
        ConnectFailure failure = polling(line -> {
            line.request();
            line.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + zipped.size() + "\r\n\r\n");
            line.send(zipped.toByteArray());
            line.drain();
        });
        assertThat(failure).isEqualTo(new ConnectFailure.TooLarge(Transport.POLLING, 100_000));
    }

    @Test
    void aZippedAnswerIsRead() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write("0{\"sid\":1}".getBytes(StandardCharsets.UTF_8));
        }
        ConnectFailure failure = polling(line -> {
            assertThat(line.request().toLowerCase(Locale.ROOT)).contains("accept-encoding: gzip");
            line.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + zipped.size() + "\r\n\r\n");
            line.send(zipped.toByteArray());
            line.drain();
        });
        assertThat(failure).isInstanceOfSatisfying(ConnectFailure.HandshakeBroken.class, broken -> assertThat(
                        broken.text())
                .isEqualTo("0{\"sid\":1}"));
    }

    @Test
    void somethingThatDoesNotSpeakHttp() {
        assertThat(polling(line -> {
                    line.send("220 mail.example ESMTP\r\n");
                    line.drain();
                }))
                .isInstanceOf(ConnectFailure.NotHttp.class);
        assertThat(webSocket(line -> {
                    line.send("220 mail.example ESMTP\r\n");
                    line.drain();
                }))
                .isInstanceOf(ConnectFailure.NotHttp.class);
    }

    @Test
    void aConnectionClosedWithoutAnAnswer() {
        assertThat(polling(RawServer.Line::request)).isInstanceOf(ConnectFailure.ClosedEarly.class);
        assertThat(webSocket(RawServer.Line::request)).isInstanceOf(ConnectFailure.ClosedEarly.class);
    }

    @Test
    void anAnswerCutInItsBody() {
        assertThat(polling(line -> {
                    line.request();
                    line.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n0{\"sid\"");
                }))
                .isInstanceOf(ConnectFailure.ClosedEarly.class);
    }

    /** Connects with a timeout of 300 ms and gives the failure. */
    private static ConnectFailure lateFailure(RawServer.Behaviour behaviour) {
        CompletableFuture<ConnectFailure> failed = new CompletableFuture<>();
        try (RawServer server = new RawServer(behaviour);
                SioClient client = SioClient.builder(server.url())
                        .timeout(Duration.ofMillis(300))
                        .reconnection(Reconnection.OFF)
                        .listener(new ClientListener() {
                            @Override
                            public void error(ConnectFailure failure) {
                                failed.complete(failure);
                            }
                        })
                        .connect()) {
            ConnectFailure failure = failed.orTimeout(20, TimeUnit.SECONDS).join();
            assertThat(client.transport()).isEmpty();
            return failure;
        }
    }

    @Test
    void anAnswerThatNeverComes() {
        assertThat(lateFailure(RawServer.Line::drain)).isEqualTo(new ConnectFailure.Timeout(Transport.POLLING, 300));
    }

    @Test
    void aHandshakeThatBeginsAndNeverEnds() {
        assertThat(lateFailure(line -> {
                    line.request();
                    line.send("HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n0");
                    line.drain();
                }))
                .isEqualTo(new ConnectFailure.Timeout(Transport.POLLING, 300));
    }

    @Test
    void anUpgradeThatIsRefused() {
        assertThat(webSocket(line -> ask(line, "400 Bad Request", "Connection: close\r\n", "Transport unknown")))
                .isEqualTo(new ConnectFailure.WebSocketRefused(Transport.WEBSOCKET, 400, "", "Transport unknown"));
    }

    @Test
    void anUpgradeWithTheWrongKey() {
        assertThat(webSocket(line -> {
                    line.request();
                    line.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: AAAA\r\n\r\n");
                    line.drain();
                }))
                .isInstanceOf(ConnectFailure.Other.class);
    }

    @Test
    void httpBytesInsideAnOpenWebSocket() {
        assertThat(webSocket(line -> {
                    line.upgrade(line.request());
                    line.send("HTTP/1.1 400 Bad Request\r\n\r\nUnsupported protocol version");
                    line.drain();
                }))
                .isInstanceOf(ConnectFailure.Other.class);
    }

    @Test
    void aWebSocketThatOpensWithAMessage() {
        assertThat(webSocket(line -> {
                    line.upgrade(line.request());
                    line.frame(1, "42[\"x\"]");
                    line.drain();
                }))
                .isInstanceOf(ConnectFailure.HandshakeBroken.class);
    }

    @Test
    void aSmallFrameThatInflatesToAHugeOne() {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(new byte[20_000_000]);
        byte[] body = new byte[60_000];
        int length = deflater.deflate(body, 0, body.length, Deflater.SYNC_FLUSH);
        deflater.end();
        assertThat(webSocket(line -> {
                    line.upgrade(line.request(), "Sec-WebSocket-Extensions: permessage-deflate\r\n");
                    byte[] head = {(byte) 0xc1, 126, (byte) (length >> 8), (byte) length};
                    line.send(head);
                    line.send(Arrays.copyOf(body, length));
                    line.drain();
                }))
                .isEqualTo(new ConnectFailure.TooLarge(Transport.WEBSOCKET, 100_000));
    }

    @Test
    void aCompressedFrameThatNobodyAgreedTo() {
        assertThat(webSocket(line -> {
                    line.upgrade(line.request());
                    line.send(new byte[] {(byte) 0xc1, 1, '0'});
                    line.drain();
                }))
                .isInstanceOf(ConnectFailure.Other.class);
    }

    @Test
    void aFrameAnnouncedAboveTheLimit() {
        assertThat(webSocket(line -> {
                    line.upgrade(line.request());
                    line.send(new byte[] {(byte) 0x81, 127, 0, 0, 0, 0, 0x7f, 0, 0, 0});
                    line.drain();
                }))
                .isEqualTo(new ConnectFailure.TooLarge(Transport.WEBSOCKET, 100_000));
    }

    @Test
    void fragmentsWithoutEnd() {
        assertThat(webSocket(line -> {
                    line.upgrade(line.request());
                    byte[] fragment = new byte[4 + 60_000];
                    fragment[0] = 0x01;
                    fragment[1] = 126;
                    fragment[2] = (byte) (60_000 >> 8);
                    fragment[3] = (byte) 60_000;
                    line.send(fragment);
                    fragment[0] = 0x00;
                    line.send(fragment);
                    line.drain();
                }))
                .isEqualTo(new ConnectFailure.TooLarge(Transport.WEBSOCKET, 100_000));
    }

    /** Bytes are a sign of life to the network, and none to the session. */
    @Test
    void aPollThatIsNeverAnsweredToItsEndIsAPingTimeout() {
        Record record = new Record();
        String open = "0{\"sid\":\"E1\",\"upgrades\":[],\"pingInterval\":50,\"pingTimeout\":100}";
        try (RawServer server = new RawServer(line -> {
                    if (line.request().contains("sid=")) {
                        line.send("HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n");
                        for (int i = 0; i < 10; i++) {
                            line.send("4");
                        }
                        line.drain();
                    }
                    line.answer("200 OK", "Connection: close\r\n", open + "\u001e40{\"sid\":\"S1\"}");
                });
                SioClient client = SioClient.builder(server.url())
                        .transports(Transport.POLLING)
                        .reconnection(Reconnection.OFF)
                        .build()) {
            client.socket("/").listen(record.socket());
            client.socket("/").connect();
            assertThat(record.await("disconnected")).startsWith("disconnected ping timeout");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "1e300", "-5", "0", "\"many\"", "null"})
    void whateverMaxPayloadSaysPacketsStillLeave(String maxPayload) {
        CompletableFuture<String> posted = new CompletableFuture<>();
        String open = OPEN.replace("}", ",\"maxPayload\":" + maxPayload + "}") + "\u001e40{\"sid\":\"S1\"}";
        try (RawServer server = new RawServer(line -> {
                    String request = line.request();
                    if (!request.contains("sid=")) {
                        line.answer("200 OK", "Connection: close\r\n", open);
                    } else if (request.startsWith("POST")) {
                        line.answer("200 OK", "Connection: close\r\n", "ok");
                        if (request.contains("42[\"x\"]")) {
                            posted.complete(request);
                        }
                    } else {
                        line.drain();
                    }
                });
                SioClient client = SioClient.builder(server.url())
                        .transports(Transport.POLLING)
                        .reconnection(Reconnection.OFF)
                        .build()) {
            client.socket("/").emit("x").connect();
            assertThat(posted.orTimeout(20, TimeUnit.SECONDS).join()).contains("sid=E1");
            assertThat(client.isOpen()).isTrue();
        }
    }

    @Test
    void aRedirectOfTheUpgradeIsNotFollowedButNamed() {
        assertThat(webSocket(line -> ask(line, "301 Moved", "Location: ws://elsewhere.invalid/\r\nConnection: close\r\n", "moved")))
                .isEqualTo(new ConnectFailure.WebSocketRefused(
                        Transport.WEBSOCKET, 301, "ws://elsewhere.invalid/", "moved"));
    }

    /** Netty throws for an empty cookie, which must not be the server's business. */
    @Test
    void brokenCookiesAreNoFailure() {
        ConnectFailure failure = polling(line -> ask(line, "200 OK", "Set-Cookie: \r\nSet-Cookie: =;;\r\n", "<html>"));
        assertThat(failure).isInstanceOf(ConnectFailure.NotEngineIo.class);
    }

    @Test
    void aUtf8BodyCutInsideACharacterIsJoinedFirst() {
        Record record = new Record();
        byte[] body = (OPEN + "\u001e40{\"sid\":\"S1\"}\u001e42[\"é\",\"🙂\"]").getBytes(StandardCharsets.UTF_8);
        try (RawServer server = new RawServer(line -> {
                    line.request();
                    line.send("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n");
                    for (byte one : body) {
                        line.send(new byte[] {one});
                    }
                    line.drain();
                });
                SioClient client = SioClient.builder(server.url())
                        .transports(Transport.POLLING)
                        .build()) {
            client.socket("/").onAny(record.events());
            client.socket("/").connect();
            record.await("event é [\"🙂\"]");
        }
    }

    @Test
    void aClosedClientLeavesNoThreadBehind() {
        try (RawServer server = new RawServer(RawServer.Line::drain)) {
            SioClient client = SioClient.builder(server.url()).connect();
            ClientSocket socket = client.socket("/").connect();
            var never = socket.emitWithAck(Duration.ofDays(1), "x");
            client.close();
            client.close();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(never::isDone);
            assertThat(never.exceptionNow()).isInstanceOf(AckException.Disconnected.class);
            assertThat(socket.emitWithAck(Duration.ofDays(1), "late").exceptionNow())
                    .isInstanceOf(AckException.Disconnected.class);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> Thread.getAllStackTraces().keySet().stream()
                            .noneMatch(thread -> thread.getName().startsWith("sioscope-client")));
        }
    }
}

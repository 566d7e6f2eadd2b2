package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.emulator.server.SioServer;
import io.sioscope.testing.NoLeaks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Bytes that nobody should send. Whatever comes, the host answers or hangs up, and serves the next one. Fixed seeds. */
@NoLeaks
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileHttpTest {
    private static final String[] WORDS = {
        "GET ", "POST ", " HTTP/1.1\r\n", "/socket.io/?EIO=4&transport=polling", "&sid=", "%", "%zz", "\r\n", "\r\n\r\n",
        "Content-Length: ", "Transfer-Encoding: chunked\r\n", "Connection: Upgrade\r\nUpgrade: websocket\r\n", "5", "-1", ":", "\0",
        "99999999999999999999", "Expect: 100-continue\r\n", "Host: a\r\n", "Origin: \u0001\r\n", "\u00ff", "?", "&", "=", "+"
    };
    private static final String[] PARTS = {
        "4", "40", "41", "42", "45", "b", "b!!", "\u001e", "[", "]", "{", "}", "\"", "\"x\"", ",", "/", "/a,", "1-", "99999-", "-", "0", "1", "2",
        "3", "5", "6", "null", "{\"_placeholder\":true,\"num\":0}", "é", "\ud83d\ude00", "\\u0000"
    };

    private Wire wire;

    @BeforeAll
    void listen() throws Exception {
        wire = new Wire(SioServer.builder()
                .maxHttpBufferSize(10_000)
                .setup(io -> io.of("/").onConnection(socket -> socket.onAny((name, args, ack) -> socket.emit(name, args))))
                .listen());
    }

    @AfterAll
    void close() {
        wire.close();
    }

    private void assertAlive() {
        String sid = wire.openJoined();
        assertThat(wire.post(sid, "42[\"alive\"]").statusCode()).isEqualTo(200);
        assertThat(wire.poll(sid).body()).isEqualTo("42[\"alive\"]");
        wire.post(sid, "1");
    }

    @Test
    void survivesRandomHeads() throws IOException {
        Random random = new Random(11);
        for (int i = 0; i < 400; i++) {
            throwAt(randomHead(random));
        }
        assertAlive();
    }

    private static byte[] randomHead(Random random) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        if (random.nextBoolean()) {
            head.writeBytes("GET /socket.io/?EIO=4&transport=polling".getBytes(StandardCharsets.ISO_8859_1));
        }
        int words = random.nextInt(20);
        for (int i = 0; i < words; i++) {
            head.writeBytes(WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.ISO_8859_1));
        }
        byte[] noise = new byte[random.nextInt(30)];
        random.nextBytes(noise);
        head.writeBytes(noise);
        return head.toByteArray();
    }

    private void throwAt(byte[] bytes) throws IOException {
        try (Socket socket = wire.connect()) {
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (java.net.SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }

    @Test
    void answersEveryRandomBody() {
        Random random = new Random(12);
        String sid = wire.openJoined();
        for (int i = 0; i < 400; i++) {
            StringBuilder body = new StringBuilder();
            int parts = random.nextInt(12);
            for (int k = 0; k < parts; k++) {
                body.append(PARTS[random.nextInt(PARTS.length)]);
            }
            HttpResponse<String> answer = wire.post(sid, body.toString());
            assertThat(answer.statusCode()).isIn(200, 400);
            if (wire.post(sid, "3").statusCode() != 200) {
                sid = wire.openJoined();
            }
        }
        assertAlive();
    }

    @Test
    void survivesNestingAndLies() {
        for (String body : new String[] {
            "42[\"x\"," + "[".repeat(5_000) + "]".repeat(4_900),
            "42[\"x\"," + "[".repeat(4_000) + "]".repeat(4_000) + "]",
            "459-[\"x\"]",
            "451e9-[\"x\"]",
            "42" + "9".repeat(5_000) + "[\"x\"]",
            "42[\"x\"," + "1".repeat(9_000) + "]",
            "40/" + "n".repeat(9_000)
        }) {
            String sid = wire.openJoined();
            assertThat(wire.post(sid, body).statusCode()).isEqualTo(200);
        }
        assertAlive();
    }

    @Test
    void survivesRandomFrames() throws IOException {
        Random random = new Random(13);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            try (Socket socket = wire.connect()) {
                socket.getOutputStream()
                        .write(("GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n"
                                        + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(Wire.answer(socket)).startsWith("HTTP/1.1 101 ");
                socket.getOutputStream().write(noise);
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            } catch (java.net.SocketException reset) {
                assertThat(reset).hasMessageContaining("reset");
            }
        }
        assertAlive();
    }
}

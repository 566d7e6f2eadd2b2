package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.emulator.http.ClientBundle;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.Peer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The coding of the client's files and of answers to polls, for every form of the header, against npm's socket.io 4.8. */
@NeedsNode
@NoLeaks
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcceptEncodingTest {
    /** Not Brotli at all: what matters is that these bytes come, which the distribution's build makes with Node. */
    private static final String BROTLI = "the file in Brotli";

    private static final String POLL = "/socket.io/?EIO=4&transport=polling";

    private SioServer ours;
    private SioServer withoutBrotli;
    private Peer reference;

    @BeforeAll
    void listen(@TempDir Path copy) throws Exception {
        Path npm = Peer.packages().resolve("socket.io");
        Files.copy(npm.resolve("package.json"), copy.resolve("package.json"));
        Path files = Files.createDirectories(copy.resolve("client-dist"));
        try (Stream<Path> all = Files.list(npm.resolve("client-dist"))) {
            for (Path file : all.toList()) {
                String name = String.valueOf(file.getFileName());
                Files.copy(file, files.resolve(name));
                Files.writeString(files.resolve(name + ".br"), BROTLI);
            }
        }
        ours = SioServer.builder()
                .setup(AcceptEncodingTest::greet)
                .serveClient(ClientBundle.ofPackage(copy))
                .listen();
        withoutBrotli = SioServer.builder().serveClient(ClientBundle.ofPackage(npm)).listen();
        reference = Peer.start("server.cjs", Map.of("options", Map.of("serveClient", true)));
    }

    private static void greet(SioServer io) {
        io.onConnection(socket -> socket.on("big", (args, ack) -> socket.emit("big", args)));
    }

    @AfterAll
    void close() {
        ours.close();
        withoutBrotli.close();
        reference.close();
    }

    /** One header line each; {@code |} parts two of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "br", "gzip", "deflate", "identity", "*", "zstd", "gzip, deflate, br", "gzip, deflate, br, zstd",
                "br, gzip", "deflate, gzip", "deflate, br;q=1.0, gzip", "BR", "GZip;q=0.5, deflate;q=0.25",
                "gzip;q=0.5, br;q=0.8", "gzip;q=0", "br;q=0, *", "*;q=0", "*;q=0, gzip", "*;q=0.1, gzip;q=0.1", "gzip, *",
                "*, deflate", "identity, gzip;q=0.5", "identity;q=0, br;q=0.001", "gzip;q=0, gzip", "gzip, gzip;q=0",
                "br;q=abc", "br;q=", "br;q", "br;Q=0", "br; q = 0", "br;q=0.5x, gzip;q=0.4", "br;level=5;q=0.2, gzip;q=0.3",
                "br;q=-1, gzip;q=.3", "br;q=1e-1, gzip;q=2e-1", "br;q=2, gzip", "br;q=Infinity, gzip;q=Infinity",
                "gzip br", ",,br", ";q=1, gzip", "br;;q=0", " \t br ", "gzip|br", "gzip;q=0.1|br", "|br"
            })
    void takesTheSameAsNode(String header) throws Exception {
        String[] lines = header.split("\\|", -1);
        for (String name : List.of("socket.io.js", "socket.io.msgpack.min.js.map")) {
            Map<String, String> expected = file(reference.port(), name, lines);
            Map<String, String> got = file(ours.port(), name, lines);
            // Without it a cache between may give one browser what another one asked for; the reference leaves it out.
            assertThat(got.remove("vary")).isEqualTo("Accept-Encoding");
            assertThat(got).as(name).isEqualTo(expected);
        }
        assertThat(poll(ours.port(), lines)).isEqualTo(poll(reference.port(), lines));
    }

    @Test
    void sendsTheFileThatLiesThereInBrotli() throws Exception {
        assertThat(ask(ours.port(), "GET", "/socket.io/socket.io.min.js", "", "br").body()).isEqualTo(BROTLI);
    }

    @Test
    void givesGzipWhereNoFileInBrotliLiesBesideIt() throws Exception {
        assertThat(file(withoutBrotli.port(), "socket.io.js", "br, gzip;q=0.5")).containsEntry("content-encoding", "gzip");
        assertThat(file(withoutBrotli.port(), "socket.io.js", "br")).doesNotContainKey("content-encoding");
    }

    /** All headers of the answer but those of the connection and of the body's framing. */
    private static Map<String, String> file(int port, String name, String... lines) throws IOException {
        Map<String, String> headers = ask(port, "GET", "/socket.io/" + name, "", lines).headers();
        headers.keySet().removeAll(List.of("date", "connection", "keep-alive", "content-length", "transfer-encoding"));
        return headers;
    }

    /** The coding of an answer that is large enough for one, or the empty text. */
    private static String poll(int port, String... lines) throws IOException {
        String opened = ask(port, "GET", POLL, "").body();
        int from = opened.indexOf("\"sid\":\"") + 7;
        String session = POLL + "&sid=" + opened.substring(from, opened.indexOf('"', from));
        ask(port, "POST", session, "40");
        assertThat(ask(port, "GET", session, "").body()).startsWith("40");
        ask(port, "POST", session, "42[\"big\",\"" + "x".repeat(3_000) + "\"]");
        return ask(port, "GET", session, "", lines).headers().getOrDefault("content-encoding", "");
    }

    private record Answer(Map<String, String> headers, String body) {}

    /** A request that says what it is told to and nothing more: libraries add codings of their own. */
    private static Answer ask(int port, String method, String target, String body, String... encodings)
            throws IOException {
        StringBuilder head = new StringBuilder(
                method + " " + target + " HTTP/1.0\r\nHost: a\r\nContent-Length: " + body.length() + "\r\n");
        for (String encoding : encodings) {
            head.append("Accept-Encoding: ").append(encoding).append("\r\n");
        }
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            socket.setSoTimeout((int) Wire.PATIENCE.toMillis());
            socket.getOutputStream().write((head + "\r\n" + body).getBytes(StandardCharsets.ISO_8859_1));
            return parsed(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        }
    }

    private static Answer parsed(String text) {
        int end = text.indexOf("\r\n\r\n");
        Map<String, String> headers = new TreeMap<>();
        String[] lines = text.substring(0, end).split("\r\n", -1);
        headers.put("status", lines[0].substring(lines[0].indexOf(' ') + 1));
        for (int line = 1; line < lines.length; line++) {
            int colon = lines[line].indexOf(':');
            headers.put(
                    lines[line].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[line].substring(colon + 1).strip());
        }
        return new Answer(headers, text.substring(end + 4));
    }
}

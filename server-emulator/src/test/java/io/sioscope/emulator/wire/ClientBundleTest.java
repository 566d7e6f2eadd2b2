package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sioscope.emulator.http.ClientBundle;
import io.sioscope.emulator.http.Cors;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.testing.NoLeaks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the JavaScript client, as pages ask for them. */
@NoLeaks
class ClientBundleTest {
    private static final String CODE = "io = " + "1".repeat(3_000);

    @TempDir
    private Path folder;

    @BeforeEach
    void fill() throws IOException {
        Files.writeString(folder.resolve("package.json"), "{\"version\":\"4.9.1\"}");
        Path files = Files.createDirectories(folder.resolve("client-dist"));
        Files.writeString(files.resolve("socket.io.js"), CODE);
        Files.writeString(files.resolve("socket.io.min.js.map"), "{}");
        Files.writeString(files.resolve("secret.txt"), "no");
    }

    private Wire serving() throws Exception {
        return new Wire(SioServer.builder()
                .cors(Cors.any())
                .serveClient(ClientBundle.ofPackage(folder))
                .listen());
    }

    @Test
    void servesTheFilesAsNodeDoes() throws Exception {
        try (Wire wire = serving()) {
            HttpResponse<String> code = wire.get("/socket.io/socket.io.js?v=1", "Origin", "http://a.example");
            assertThat(code.statusCode()).isEqualTo(200);
            assertThat(code.body()).isEqualTo(CODE);
            assertThat(code.headers().map()).containsEntry("content-type", List.of("application/javascript; charset=utf-8"));
            assertThat(code.headers().firstValue("cache-control")).hasValue("public, max-age=0");
            assertThat(code.headers().firstValue("etag")).hasValue("\"4.9.1\"");
            assertThat(code.headers().firstValue("access-control-allow-origin")).hasValue("*");
            HttpResponse<String> map = wire.get("/socket.io/socket.io.min.js.map");
            assertThat(map.body()).isEqualTo("{}");
            assertThat(map.headers().firstValue("content-type")).hasValue("application/json; charset=utf-8");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"socket.io.js", "socket.io.min.js", "socket.io.msgpack.min.js", "socket.io.esm.min.js"})
    void knowsEachFileAndItsMap(String name) throws Exception {
        Files.writeString(folder.resolve("client-dist").resolve(name), name);
        Files.writeString(folder.resolve("client-dist").resolve(name + ".map"), "map");
        try (Wire wire = serving()) {
            assertThat(wire.get("/socket.io/" + name).body()).isEqualTo(name);
            assertThat(wire.get("/socket.io/" + name + ".map").body()).isEqualTo("map");
        }
    }

    @Test
    void sendsNothingToWhoHasTheVersion() throws Exception {
        try (Wire wire = serving()) {
            for (String known : new String[] {"\"4.9.1\"", "W/\"4.9.1\""}) {
                HttpResponse<String> answer = wire.get("/socket.io/socket.io.js", "If-None-Match", known);
                assertThat(answer.statusCode()).isEqualTo(304);
                assertThat(answer.body()).isEmpty();
                assertThat(answer.headers().firstValue("content-length")).isEmpty();
            }
            assertThat(wire.get("/socket.io/socket.io.js", "If-None-Match", "\"4.9.0\"").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gzip, gzip", "'gzip, deflate, br', gzip", "deflate, deflate", "'gzip;q=0, deflate', deflate",
        "'deflate, gzip', deflate", "'gzip;q=0.2, deflate;q=0.5', deflate", "'gzip;q=0, *', deflate", "'*, deflate', deflate",
        "'*', gzip", "'*;q=0, GZIP', gzip", "'br;q=1, gzip; q=0.1', gzip"
    })
    void compressesForWhoTakesIt(String accepted, String coding) throws Exception {
        try (Wire wire = serving();
                Socket socket = wire.connect()) {
            socket.getOutputStream().write(("GET /socket.io/socket.io.js HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                            + "Accept-Encoding: " + accepted + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readAllBytes();
            String head = new String(answer, StandardCharsets.ISO_8859_1);
            int body = head.indexOf("\r\n\r\n") + 4;
            assertThat(head).contains("content-encoding: " + coding + "\r\n");
            ByteArrayInputStream in = new ByteArrayInputStream(answer, body, answer.length - body);
            byte[] plain = (coding.equals("gzip") ? new GZIPInputStream(in) : new InflaterInputStream(in)).readAllBytes();
            assertThat(new String(plain, StandardCharsets.UTF_8)).isEqualTo(CODE);
        }
    }

    @Test
    void tellsCachesAllThatTheAnswerVariesBy() throws Exception {
        try (Wire wire = new Wire(SioServer.builder()
                .cors(Cors.origins("http://a.example"))
                .serveClient(ClientBundle.ofPackage(folder))
                .listen())) {
            HttpResponse<String> code = wire.get("/socket.io/socket.io.js", "Origin", "http://a.example");
            assertThat(code.headers().allValues("vary")).containsExactlyInAnyOrder("Origin", "Accept-Encoding");
        }
    }

    @Test
    void tellsPagesWhatTheyMayDo() throws Exception {
        try (Wire wire = serving()) {
            HttpResponse<String> answer = wire.send("OPTIONS", "/socket.io/socket.io.js", "", "Origin", "http://a.example");
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.headers().firstValue("access-control-allow-methods")).isPresent();
        }
        try (Wire wire = new Wire(
                SioServer.builder().serveClient(ClientBundle.ofPackage(folder)).listen())) {
            assertThat(wire.send("OPTIONS", "/socket.io/socket.io.js", "").body()).isEqualTo(CODE);
        }
    }

    @Test
    void servesNothingElse() throws Exception {
        try (Wire wire = serving()) {
            for (String name : new String[] {"secret.txt", "socket.io.esm.js", "socket.io.msgpack.js"}) {
                HttpResponse<String> other = wire.get("/socket.io/" + name);
                assertThat(other.statusCode()).isEqualTo(400);
                assertThat(other.body()).isEqualTo("{\"code\":0,\"message\":\"Transport unknown\"}");
            }
            assertThat(wire.get("/socket.io/socket.io.msgpack.min.js").statusCode()).isEqualTo(404);
        }
        try (Wire wire = new Wire(SioServer.builder()
                .serveClient(ClientBundle.missing("not installed"))
                .listen())) {
            HttpResponse<String> answer = wire.get("/socket.io/socket.io.js");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo("not installed");
        }
        try (Wire wire = new Wire(SioServer.listen(0))) {
            assertThat(wire.get("/socket.io/socket.io.js").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void saysWhatAFolderIsNot() throws Exception {
        Path other = Files.createDirectories(folder.resolve("client-dist/other/client-dist"));
        Files.writeString(other.resolveSibling("package.json"), "{}");
        assertThatThrownBy(() -> ClientBundle.ofPackage(other.getParent()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not hold the npm package socket.io");
    }
}

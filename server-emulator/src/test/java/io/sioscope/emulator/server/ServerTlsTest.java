package io.sioscope.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.emulator.http.LocalCertificate;
import io.sioscope.emulator.http.ServerTls;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.Peer;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** https and wss, with npm socket.io-client on the other side. */
@NeedsNode
@NoLeaks
class ServerTlsTest {
    private static final String PASSWORD = "password";

    @TempDir
    static Path folder;

    private static Path store;
    private static Path chain;
    private static Path key;

    @BeforeAll
    static void makeCertificate() throws Exception {
        LocalCertificate made = LocalCertificate.make(Instant.now());
        chain = folder.resolve("chain.pem");
        key = folder.resolve("key.pem");
        made.write(chain, key);
        store = folder.resolve("server.p12");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("server", made.key(), PASSWORD.toCharArray(), new Certificate[] {made.certificate()});
        try (OutputStream out = Files.newOutputStream(store)) {
            keys.store(out, PASSWORD.toCharArray());
        }
    }

    private static void assertServes(ServerTls tls, String transport) throws Exception {
        BlockingQueue<ServerSocket> sockets = new LinkedBlockingQueue<>();
        try (SioServer server = SioServer.builder()
                        .tls(tls)
                        .setup(io -> io.of("/").onConnection(socket -> {
                            socket.onAny((name, args, ack) -> socket.emit(name, args));
                            sockets.add(socket);
                        }))
                        .listen();
                Peer peer = Peer.start("client.cjs", Map.of(
                        "url", server.url().toString(),
                        "options", Map.of("transports", transport.split(","), "ca", Files.readString(chain))))) {
            ServerSocket socket = sockets.poll(20, TimeUnit.SECONDS);
            assertThat(socket).isNotNull();
            assertThat(socket.handshake().secure()).isTrue();
            assertThat(server.url().getScheme()).isEqualTo("https");
            String large = "x".repeat(200_000);
            peer.command(Map.of("do", "emit", "event", "echo", "args", List.of(large, Map.of("$binary", "AQID"))));
            assertThat(peer.await("event").path("args").toString())
                    .isEqualTo("[\"" + large + "\",{\"$binary\":\"AQID\"}]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "websocket", "polling,websocket"})
    void servesWithAPkcs12File(String transport) throws Exception {
        assertServes(ServerTls.pkcs12(store, PASSWORD.toCharArray()), transport);
    }

    @Test
    void servesWithPemFiles() throws Exception {
        assertServes(ServerTls.pem(chain, key), "websocket");
    }

    @Test
    void hangsUpOnPlainHttp() throws Exception {
        try (SioServer server = SioServer.builder().tls(ServerTls.pem(chain, key)).listen();
                Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readAllBytes().length).isLessThan(100);
        }
    }
}

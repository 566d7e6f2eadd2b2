package io.sioscope.protocol.client;

import static io.sioscope.protocol.Transport.POLLING;
import static io.sioscope.protocol.Transport.WEBSOCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.net.AddressFamily;
import io.sioscope.protocol.net.ClientProxy;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.Peer;
import io.sioscope.testing.Pki;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to a server: TLS with certificates of one's own, proxies, addresses. The server is npm socket.io 4.8. */
@NeedsNode
@NoLeaks
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoadTest {
    private static final Duration ACK = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private Pki pki;
    private Peer plain;
    private Peer secure;

    @BeforeAll
    void start() throws IOException, InterruptedException, GeneralSecurityException {
        pki = Pki.in(folder);
        plain = Peer.start("server.cjs", Map.of());
        secure = Peer.start("server.cjs", Map.of("tls", Map.of("key", pki.keyPem("server"), "cert", pki.certificatePem("server"))));
    }

    @AfterAll
    void stop() {
        plain.close();
        secure.close();
    }

    /** Connects, sends binary both ways, and gives what was told. */
    private static Record speak(SioClientBuilder options) {
        Record record = new Record();
        try (SioClient client = options.reconnection(false).listener(record.client()).build()) {
            ClientSocket socket = client.socket("/");
            socket.listen(record.socket());
            socket.connect();
            record.await("connected");
            assertThat(socket.emitWithAck(ACK, "x", new byte[] {1}).join().attachments()).hasSize(1);
        }
        return record;
    }

    private static String error(SioClientBuilder options) {
        Record record = new Record();
        try (SioClient client = options.reconnection(false).listener(record.client()).build()) {
            client.open();
            return record.await("error");
        }
    }

    private SioClientBuilder overTls(Transport transport) throws GeneralSecurityException {
        return SioClient.builder("https://localhost:" + secure.port())
                .transports(transport)
                .trust(List.of(pki.certificate("ca")));
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void aPrivateAuthority(Transport transport) throws GeneralSecurityException {
        assertThat(speak(overTls(transport)).count("error")).isZero();
    }

    @Test
    void anUpgradeOverTls() throws GeneralSecurityException {
        Record record = new Record();
        try (SioClient client =
                overTls(POLLING).transports(POLLING, WEBSOCKET).listener(record.client()).build()) {
            client.socket("/").connect();
            record.await("upgraded POLLING WEBSOCKET");
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void nothingIsCheckedWhereThatIsAsked(Transport transport) {
        SioClientBuilder options = SioClient.builder("https://127.0.0.1:" + secure.port()).transports(transport);
        assertThat(error(options)).startsWith("error Tls[").contains("certificate=true");
        assertThat(speak(options.rejectUnauthorized(false)).count("error")).isZero();
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void aServerThatWantsTheClientsCertificate(Transport transport) throws GeneralSecurityException {
        Map<String, Object> tls = Map.of(
                "key", pki.keyPem("server"), "cert", pki.certificatePem("server"), "ca", pki.certificatePem("ca"));
        try (Peer strict = Peer.start("server.cjs", Map.of("tls", tls))) {
            SioClientBuilder options = SioClient.builder("https://localhost:" + strict.port())
                    .transports(transport)
                    .trust(List.of(pki.certificate("ca")));
            assertThat(error(options)).as("without one").matches("error (Tls|ClosedEarly|Other)\\[.*");
            options.clientCertificate(pki.key("client"), List.of(pki.certificate("client")));
            assertThat(speak(options).count("error")).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http, polling", "http, websocket", "socks5, polling", "socks5, websocket", "socks4, polling", "socks4, websocket"
    })
    void throughAProxyThatLooksUpTheName(String kind, String transport) {
        try (Peer proxy = Peer.start("proxy.cjs", Map.of("names", Map.of("server.test", "127.0.0.1")))) {
            speak(SioClient.builder("http://server.test:" + plain.port())
                    .transports(Transport.of(transport).orElseThrow())
                    .proxy(ClientProxy.of(kind + "://127.0.0.1:" + proxy.port())));
            JsonNode through = proxy.await("through");
            assertThat(through.path("kind").asText()).isEqualTo(kind);
            assertThat(through.path("host").asText()).isEqualTo("server.test");
            assertThat(through.path("port").asInt()).isEqualTo(plain.port());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "socks5"})
    void throughAProxyThatWantsAPassword(String kind) throws GeneralSecurityException {
        try (Peer proxy = Peer.start("proxy.cjs", Map.of("user", "me", "password", "let: me"))) {
            SioClientBuilder options = overTls(POLLING).transports(POLLING, WEBSOCKET);
            speak(options.proxy(ClientProxy.of(kind + "://me:let%3A%20me@127.0.0.1:" + proxy.port())));
            proxy.await("through");
            assertThat(error(options.proxy(ClientProxy.of(kind + "://me:wrong@127.0.0.1:" + proxy.port()))))
                    .startsWith("error Proxy[transport=POLLING, host=127.0.0.1, port=" + proxy.port());
            proxy.await("refused");
        }
    }

    @ParameterizedTest
    @CsvSource({"http, polling", "http, websocket", "socks5, polling", "socks4, websocket"})
    void aProxyThatRefuses(String kind, String transport) {
        try (Peer proxy = Peer.start("proxy.cjs", Map.of("refuse", true))) {
            assertThat(error(SioClient.builder("http://127.0.0.1:" + plain.port())
                            .transports(Transport.of(transport).orElseThrow())
                            .proxy(ClientProxy.of(kind + "://127.0.0.1:" + proxy.port()))))
                    .startsWith("error Proxy[");
        }
    }

    @Test
    void aProxyThatIsNotThere() {
        int port;
        try (RawServer gone = new RawServer(RawServer.Line::drain)) {
            port = gone.port();
        }
        ClientProxy proxy = new ClientProxy(ClientProxy.Kind.HTTP, "127.0.0.1", port, "", "");
        assertThat(error(SioClient.builder("http://127.0.0.1:" + plain.port()).proxy(proxy)))
                .startsWith("error Proxy[transport=POLLING, host=127.0.0.1, port=" + port);
    }

    @Test
    void aProxyIsWrittenAsAUrl() {
        assertThat(ClientProxy.of("http://user:p%40ss@[::1]:3128"))
                .isEqualTo(new ClientProxy(ClientProxy.Kind.HTTP, "::1", 3128, "user", "p@ss"));
        assertThat(ClientProxy.of("socks5://proxy.test"))
                .isEqualTo(new ClientProxy(ClientProxy.Kind.SOCKS5, "proxy.test", 1080, "", ""));
        assertThat(ClientProxy.of("http://user:secret@h:1").toString()).isEqualTo("http://h:1");
        for (String wrong : List.of("", "proxy.test:3128", "ftp://x:1", "http://", "http://x:99999", "http://x y")) {
            assertThatThrownBy(() -> ClientProxy.of(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void addressesOfOneFamily() {
        assertThat(speak(SioClient.builder("http://127.0.0.1:" + plain.port()).family(AddressFamily.IPV4))
                        .count("error"))
                .isZero();
        assertThat(error(SioClient.builder("http://127.0.0.1:" + plain.port()).family(AddressFamily.IPV6)))
                .startsWith("error Unreachable[")
                .contains("no address of the family IPV6");
    }

    @Test
    void theAddressThatConnectionsComeFrom() throws UnknownHostException {
        List<InetAddress> seen = new CopyOnWriteArrayList<>();
        try (RawServer server = new RawServer(line -> {
            seen.add(line.from());
            line.request();
        })) {
            error(SioClient.builder(server.url()).localAddress(InetAddress.getByName("127.0.0.9")));
            assertThat(seen).containsExactly(InetAddress.getByName("127.0.0.9"));
        }
    }
}

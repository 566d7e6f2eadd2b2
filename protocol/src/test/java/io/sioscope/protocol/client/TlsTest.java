package io.sioscope.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.Reconnection;
import io.sioscope.testing.NoLeaks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** TLS: the chain and the name are verified, and what is wrong with them is said. */
@NoLeaks
class TlsTest {
    private static final char[] PASSWORD = "password".toCharArray();
    private static final String OPEN =
            "0{\"sid\":\"E1\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000}";

    @TempDir
    static Path folder;

    private static ServerSocketFactory sockets;
    private static X509Certificate certificate;

    /** A certificate for localhost, signed by itself, made by the JDK's own tool. */
    @BeforeAll
    static void makeCertificate() throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        certificate = (X509Certificate) keys.getCertificate("server");
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        sockets = context.getServerSocketFactory();
    }

    private static RawServer server() {
        return new RawServer(
                line -> {
                    String request = line.request();
                    if (request.contains("transport=websocket")) {
                        line.upgrade(request);
                        line.frame(1, OPEN);
                        line.frame(1, "40{\"sid\":\"S1\"}");
                    } else {
                        line.answer(OPEN + "\u001e40{\"sid\":\"S1\"}");
                    }
                    line.drain();
                },
                sockets);
    }

    private static Record connect(SioClientBuilder builder, Transport transport, String awaited) {
        Record record = new Record();
        try (SioClient client = builder.transports(transport)
                .reconnection(Reconnection.OFF)
                .listener(record.client())
                .build()) {
            client.socket("/").listen(record.socket());
            client.socket("/").connect();
            record.await(awaited);
        }
        return record;
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void aTrustedCertificateOfThatName(Transport transport) {
        try (RawServer server = server()) {
            SioClientBuilder builder =
                    SioClient.builder("https://localhost:" + server.port()).trust(List.of(certificate));
            assertThat(connect(builder, transport, "connected S1").count("error")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void aCertificateThatNobodyTrusts(Transport transport) {
        try (RawServer server = server()) {
            SioClientBuilder builder = SioClient.builder("wss://localhost:" + server.port());
            assertThat(connect(builder, transport, "error").lines().getFirst())
                    .startsWith("error Tls[transport=" + transport + ", host=localhost")
                    .contains("certificate=true");
        }
    }

    @Test
    void aTrustedCertificateOfAnotherName() {
        try (RawServer server = server()) {
            SioClientBuilder builder =
                    SioClient.builder("https://127.0.0.1:" + server.port()).trust(List.of(certificate));
            assertThat(connect(builder, Transport.POLLING, "error").lines().getFirst())
                    .startsWith("error Tls[")
                    .contains("certificate=true")
                    .contains("127.0.0.1");
        }
    }

    @Test
    void plainHttpToATlsPort() {
        try (RawServer server = server()) {
            SioClientBuilder builder = SioClient.builder("http://localhost:" + server.port());
            assertThat(connect(builder, Transport.POLLING, "error").lines().getFirst())
                    .matches("error (NotHttp|ClosedEarly)\\[.*");
        }
    }
}

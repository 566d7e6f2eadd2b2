package io.sioscope.protocol.client.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.client.RawServer;
import io.sioscope.protocol.client.doctor.Finding.Kind;
import io.sioscope.protocol.net.ClientTls;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.Peer;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Socket.IO over TLS with certificates that are wrong, each in one way. */
@NeedsNode
class DoctorTlsTest {
    @TempDir
    static Path folder;

    private static Path signed;

    @BeforeAll
    static void makeCertificate() {
        signed = Keytool.signed(folder.resolve("signed.p12"));
    }

    private static Peer server(Path store) {
        return Peer.start(
                "failing.cjs", Map.of("tls", Map.of("pfx", store.toString(), "passphrase", Keytool.PASSWORD)));
    }

    private static ClientTls trusting(X509Certificate certificate) {
        return ClientTls.DEFAULT.withTrusted(List.of(certificate));
    }

    private static String day(X509Certificate certificate) {
        return LocalDate.ofInstant(certificate.getNotAfter().toInstant(), ZoneOffset.UTC).toString();
    }

    @Test
    void aTrustedAuthority() {
        try (Peer server = server(signed)) {
            Visit visit = Visit.to(
                    "https://localhost:" + server.port(), doctor -> doctor.tls(trusting(Keytool.root(signed))));
            visit.isSound().passes(Layer.TRANSPORT, Kind.TRANSPORT_BOTH);
            assertThat(visit.at(Layer.TLS).result().finding().values()).startsWith("TLSv1.3", "Test Server");
        }
    }

    @Test
    void anUnknownAuthority() {
        try (Peer server = server(signed)) {
            Visit.to("wss://localhost:" + server.port())
                    .blames(Layer.TLS, Kind.TLS_UNKNOWN_ISSUER, "Test Server", "Test Authority")
                    .nothingAbove(Layer.TLS);
        }
    }

    @Test
    void anUnknownAuthorityThatTheClientDoesNotMind() {
        try (Peer server = server(signed)) {
            Visit.to("https://localhost:" + server.port(), doctor -> doctor.tls(ClientTls.DEFAULT.withVerified(false)))
                    .isSound()
                    .warns(Layer.TLS, Kind.TLS_UNKNOWN_ISSUER, "Test Server", "Test Authority")
                    .passes(Layer.TRANSPORT, Kind.TRANSPORT_BOTH);
        }
    }

    @Test
    void anotherName() {
        try (Peer server = server(signed)) {
            Visit.to("https://127.0.0.1:" + server.port(), doctor -> doctor.tls(trusting(Keytool.root(signed))))
                    .blames(Layer.TLS, Kind.TLS_OTHER_NAME, "127.0.0.1", "localhost")
                    .nothingAbove(Layer.TLS);
        }
    }

    @Test
    void anExpiredCertificate() {
        Path expired = Keytool.selfSigned(
                folder.resolve("expired.p12"), "-startdate", "-20d", "-validity", "10", "-ext", "SAN=dns:localhost");
        X509Certificate certificate = Keytool.root(expired);
        try (Peer server = server(expired)) {
            Visit.to("https://localhost:" + server.port(), doctor -> doctor.tls(trusting(certificate)))
                    .blames(Layer.TLS, Kind.TLS_EXPIRED, "Test Server", day(certificate))
                    .nothingAbove(Layer.TLS);
        }
    }

    @Test
    void aCertificateThatEndsSoonAndVouchesForItself() {
        Path soon = Keytool.selfSigned(folder.resolve("soon.p12"), "-validity", "3", "-ext", "SAN=dns:localhost");
        X509Certificate certificate = Keytool.root(soon);
        try (Peer server = server(soon)) {
            Visit.to("https://localhost:" + server.port())
                    .blames(Layer.TLS, Kind.TLS_SELF_SIGNED, "Test Server");
            Visit.to("https://localhost:" + server.port(), doctor -> doctor.tls(trusting(certificate)))
                    .isSound()
                    .warns(Layer.TLS, Kind.TLS_ENDS_SOON, "TLSv1.3", "Test Server", day(certificate), 2);
        }
    }

    /** In TLS 1.3 the server says so only after the handshake, in place of an answer. */
    @Test
    void aServerThatWantsTheClientsCertificate() {
        try (RawServer server = new RawServer(RawServer.Line::request, Keytool.askingSockets(signed))) {
            Visit visit = Visit.to(
                    "https://localhost:" + server.port(), doctor -> doctor.tls(trusting(Keytool.root(signed))));
            assertThat(visit.at(Layer.TLS).result()).as("%s", visit).isInstanceOf(CheckResult.Failed.class);
            assertThat(visit.at(Layer.TLS).result().finding().kind()).isEqualTo(Kind.TLS_WANTS_CLIENT);
            visit.nothingAbove(Layer.TLS);
        }
    }

    @Test
    void plainHttpAtATlsPort() {
        try (Peer server = server(signed)) {
            Visit.to("http://localhost:" + server.port())
                    .blames(Layer.TLS, Kind.TLS_ASKED_WITHOUT, "localhost", server.port())
                    .nothingAbove(Layer.TLS);
        }
    }

    @Test
    void tlsAtAPlainPort() {
        try (Peer server = Peer.start("failing.cjs", Map.of())) {
            Visit.to("https://localhost:" + server.port())
                    .blames(Layer.TLS, Kind.TLS_PLAIN_SERVER, "localhost", server.port())
                    .nothingAbove(Layer.TLS);
        }
    }
}

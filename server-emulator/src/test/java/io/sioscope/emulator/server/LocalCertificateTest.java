package io.sioscope.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sioscope.emulator.http.LocalCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate made on the spot. {@link ServerTlsTest} serves with one. */
class LocalCertificateTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void isForThisMachineAndTheNamesThatWereAdded() throws Exception {
        LocalCertificate made = LocalCertificate.make(NOW, "dev.example", "192.168.1.20", "fe80::1");
        made.certificate().verify(made.certificate().getPublicKey());
        made.certificate().checkValidity(Date.from(NOW));
        List<String> names = made.certificate().getSubjectAlternativeNames().stream()
                .map(name -> String.valueOf(name.get(1)))
                .toList();
        assertThat(names).containsExactly(
                "localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "dev.example", "192.168.1.20", "fe80:0:0:0:0:0:0:1");
        assertThat(made.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
    }

    @Test
    void lastsNoLongerThanBrowsersAccept() {
        LocalCertificate made = LocalCertificate.make(NOW);
        Instant from = made.certificate().getNotBefore().toInstant();
        Instant until = made.certificate().getNotAfter().toInstant();
        assertThat(from.until(until, ChronoUnit.DAYS)).isEqualTo(397);
        assertThat(until).isAfter(NOW.plus(390, ChronoUnit.DAYS));
    }

    @Test
    void noTwoAreAlike() {
        assertThat(LocalCertificate.make(NOW).fingerprint())
                .isNotEqualTo(LocalCertificate.make(NOW).fingerprint());
    }

    @Test
    void theKeyIsForItsOwner(@TempDir Path folder) throws Exception {
        Path key = folder.resolve("key.pem");
        Path chain = folder.resolve("chain.pem");
        LocalCertificate.make(NOW).write(chain, key);
        LocalCertificate.make(NOW).write(chain, key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
        assertThat(Files.readString(key)).startsWith("-----BEGIN PRIVATE KEY-----");
    }

    @Test
    void isReadAsItWasWritten() throws Exception {
        LocalCertificate made = LocalCertificate.make(NOW, "dev.example", "fe80::1");
        for (String text : List.of(made.certificatePem() + made.keyPem(), made.keyPem() + "\n" + made.certificatePem())) {
            LocalCertificate read = LocalCertificate.parse(text);
            assertThat(read.certificate()).isEqualTo(made.certificate());
            assertThat(read.key()).isEqualTo(made.key());
        }
        assertThat(made.isFor("dev.example", "fe80:0::1")).isTrue();
        assertThat(made.isFor("dev.example")).isFalse();
        assertThat(made.isFor("dev.example", "fe80::2")).isFalse();
        assertThat(made.isFor("dev.example", "300.1")).isFalse();
    }

    @Test
    void refusesWhatIsBroken() {
        LocalCertificate made = LocalCertificate.make(NOW);
        String broken = made.certificatePem().replaceFirst("M", "!");
        for (String text : List.of("", "text", broken, "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n")) {
            assertThatThrownBy(() -> LocalCertificate.parse(text)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> LocalCertificate.parse(made.certificatePem()))
                .isInstanceOf(IOException.class)
                .hasMessage("there is no private key");
        assertThatThrownBy(() -> LocalCertificate.parse(made.keyPem()))
                .isInstanceOf(IOException.class)
                .hasMessage("there is no certificate");
        assertThatThrownBy(() -> LocalCertificate.parse(made.certificatePem() + LocalCertificate.make(NOW).keyPem()))
                .isInstanceOf(IOException.class)
                .hasMessage("the private key is not the certificate's");
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatThrownBy(() -> LocalCertificate.make(NOW, "300.1")).isInstanceOf(IllegalArgumentException.class);
    }
}

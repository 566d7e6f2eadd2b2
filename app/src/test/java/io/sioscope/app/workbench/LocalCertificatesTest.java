package io.sioscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.emulator.http.LocalCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host's certificate is trusted once: it stays the same as long as it can be used. */
class LocalCertificatesTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    @TempDir
    private Path folder;

    private MadeCertificate at(Instant now, String bind) {
        return LocalCertificates.in(folder.resolve("kept"), InstantSource.fixed(now)).of(bind).made().orElseThrow();
    }

    private Path file(String name) {
        return folder.resolve("kept").resolve(name);
    }

    @Test
    void theSameOneIsUsedAtTheNextStart() throws IOException {
        MadeCertificate first = at(NOW, "");
        assertThat(first.fresh()).isTrue();
        assertThat(first.file()).hasValue(file("localhost.pem"));
        assertThat(file("localhost.pem")).content().startsWith("-----BEGIN CERTIFICATE-----").doesNotContain("PRIVATE");
        MadeCertificate later = at(NOW.plus(Duration.ofDays(300)), " 0.0.0.0");
        assertThat(later.fresh()).isFalse();
        assertThat(later.fingerprint()).isEqualTo(first.fingerprint());
        Files.delete(file("localhost.pem"));
        assertThat(at(NOW, "").fingerprint()).isEqualTo(first.fingerprint());
        assertThat(file("localhost.pem")).as("what is to be trusted lies there again").exists();
    }

    @Test
    void itIsMadeAnewAMonthBeforeItEnds() {
        MadeCertificate first = at(NOW, "");
        assertThat(first.until()).isBetween(NOW.plus(Duration.ofDays(365)), NOW.plus(Duration.ofDays(367)));
        assertThat(at(first.until().minusSeconds(1), "").fingerprint()).isEqualTo(first.fingerprint());
        MadeCertificate next = at(first.until(), "");
        assertThat(next.fresh()).isTrue();
        assertThat(next.fingerprint()).isNotEqualTo(first.fingerprint());
        assertThat(at(NOW, "").fresh()).as("of a clock that was set back").isTrue();
    }

    @Test
    void eachAddressHasItsOwn() throws Exception {
        MadeCertificate local = at(NOW, "");
        MadeCertificate other = at(NOW, "192.168.1.20");
        MadeCertificate six = at(NOW, "fe80::1%eth0");
        assertThat(other.fingerprint()).isNotEqualTo(local.fingerprint());
        assertThat(other.file()).hasValue(file("192.168.1.20.pem"));
        assertThat(six.file()).hasValue(file("fe80__1.pem"));
        assertThat(at(NOW, "").fingerprint()).isEqualTo(local.fingerprint());
        assertThat(at(NOW, "192.168.1.20").fingerprint()).isEqualTo(other.fingerprint());
        assertThat(at(NOW, "fe80::1%eth0").fingerprint()).isEqualTo(six.fingerprint());
    }

    @Test
    void itIsMadeAnewWhereItIsForOtherNames() throws IOException {
        at(NOW, "");
        Files.createDirectories(file("x").getParent());
        Files.copy(file("localhost-key.pem"), file("192.168.1.20-key.pem"));
        assertThat(at(NOW, "192.168.1.20").fresh()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "-----BEGIN CERTIFICATE-----\n!!\n-----END CERTIFICATE-----\n", "no key", "other key", "large"})
    void itIsMadeAnewWhereItsFileIsBroken(String how) throws IOException {
        MadeCertificate first = at(NOW, "");
        LocalCertificate other = LocalCertificate.make(NOW);
        String broken =
                switch (how) {
                    case "no key" -> other.certificatePem();
                    case "other key" -> LocalCertificate.make(NOW).certificatePem() + other.keyPem();
                    case "large" -> other.certificatePem() + other.keyPem() + " ".repeat(70_000);
                    default -> how;
                };
        Files.writeString(file("localhost-key.pem"), broken);
        MadeCertificate next = at(NOW, "");
        assertThat(next.fresh()).isTrue();
        assertThat(next.fingerprint()).isNotEqualTo(first.fingerprint());
        assertThat(at(NOW, "").fingerprint()).isEqualTo(next.fingerprint());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void itsFilesAreForTheirOwner() throws IOException {
        at(NOW, "");
        for (String name : new String[] {"localhost.pem", "localhost-key.pem"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(name)))).isEqualTo("rw-------");
        }
        try (var files = Files.list(file("x").getParent())) {
            assertThat(files).as("nothing else is left").hasSize(2);
        }
    }

    @Test
    void whereItCannotBeKeptTheHostHasOneAllTheSame() throws IOException {
        Files.writeString(folder.resolve("kept"), "a file");
        MadeCertificate made = at(NOW, "");
        assertThat(made.fresh()).isTrue();
        assertThat(made.file()).isEmpty();
        assertThat(made.folder()).hasValue(folder.resolve("kept"));
        assertThat(LocalCertificates.notKept().of("").made().orElseThrow().folder()).isEmpty();
    }
}

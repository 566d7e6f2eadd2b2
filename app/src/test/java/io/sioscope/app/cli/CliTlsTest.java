package io.sioscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.Peer;
import io.sioscope.testing.Pki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code connect} to a server behind TLS with a private authority. */
@NeedsNode
class CliTlsTest {
    @TempDir
    static Path folder;

    private static Pki pki;
    private static String authority;
    private static String certificate;
    private static String key;

    @BeforeAll
    static void write() throws IOException, InterruptedException, GeneralSecurityException {
        pki = Pki.in(folder);
        authority = file("ca.pem", pki.certificatePem("ca"));
        certificate = file("client.pem", pki.certificatePem("client"));
        key = file("client.key", pki.keyPem("client"));
    }

    private static String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static Peer server(boolean strict) throws GeneralSecurityException {
        Map<String, String> own = Map.of("key", pki.keyPem("server"), "cert", pki.certificatePem("server"));
        Map<String, String> wanting = Map.of(
                "key", pki.keyPem("server"), "cert", pki.certificatePem("server"), "ca", pki.certificatePem("ca"));
        return Peer.start("server.cjs", Map.of("tls", strict ? wanting : own));
    }

    private static CliHarness connect(String host, Peer server, String... options) {
        String[] all = new String[options.length + 5];
        all[0] = "connect";
        all[1] = "https://" + host + ":" + server.port();
        System.arraycopy(options, 0, all, 2, options.length);
        all[all.length - 3] = "--emit";
        all[all.length - 2] = "hi";
        all[all.length - 1] = "--ack";
        return CliHarness.run(all);
    }

    @Test
    void aPrivateAuthorityIsTrustedWhereItIsGiven() throws GeneralSecurityException {
        try (Peer server = server(false)) {
            connect("localhost", server).failsWith(ExitCode.FAILED, "certificate of localhost", "is not trusted");
            CliHarness trusted = connect("localhost", server, "--ca", authority);
            assertThat(trusted.exitCode()).as(trusted.out() + trusted.err()).isZero();
            assertThat(trusted.err()).isEmpty();
        }
    }

    @Test
    void uncheckedIsSaid() throws GeneralSecurityException {
        try (Peer server = server(false)) {
            CliHarness unchecked = connect("127.0.0.1", server, "--insecure", "--json");
            assertThat(unchecked.exitCode()).as(unchecked.out() + unchecked.err()).isZero();
            assertThat(unchecked.err()).contains("certificate and name are not checked", "--ca");
        }
    }

    @Test
    void theClientShowsItsOwnCertificate() throws GeneralSecurityException {
        try (Peer server = server(true)) {
            CliHarness known = connect("localhost", server, "--ca", authority, "--cert", certificate, "--key", key);
            assertThat(known.exitCode()).as(known.out() + known.err()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"--ca, notes.txt", "--ca, client.key", "--ca, empty.pem", "--key, client.pem", "--key, broken.key"})
    void filesThatAreSomethingElseAreNamed(String option, String name) throws IOException {
        file("notes.txt", "nothing of the kind\n");
        file("empty.pem", "");
        file("broken.key", "-----BEGIN PRIVATE KEY-----\n!\n-----END PRIVATE KEY-----\n");
        String path = folder.resolve(name).toString();
        String[] line = option.equals("--key")
                ? new String[] {"connect", "https://localhost:1", "--cert", certificate, "--key", path}
                : new String[] {"connect", "https://localhost:1", option, path};
        CliHarness.run(line).failsWith(ExitCode.USAGE, name);
    }
}

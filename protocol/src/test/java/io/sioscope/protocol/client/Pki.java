package io.sioscope.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A certificate authority that nobody trusts, a server's certificate for localhost and a client's, made by the JDK's own tool. */
final class Pki {
    private static final String PASSWORD = "password";

    private final KeyStore keys;

    private Pki(KeyStore keys) {
        this.keys = keys;
    }

    static Pki in(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("pki.p12");
        make(store, "ca", "-ext", "bc:c=ca:true");
        make(store, "server", "-signer", "ca", "-ext", "SAN=dns:localhost");
        make(store, "client", "-signer", "ca");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return new Pki(keys);
    }

    private static void make(Path store, String name, String... extra) throws IOException, InterruptedException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = new ArrayList<>(List.of(
                tool, "-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name, "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
        command.addAll(List.of(extra));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    X509Certificate certificate(String name) throws GeneralSecurityException {
        return (X509Certificate) keys.getCertificate(name);
    }

    PrivateKey key(String name) throws GeneralSecurityException {
        return (PrivateKey) keys.getKey(name, PASSWORD.toCharArray());
    }

    String certificatePem(String name) throws GeneralSecurityException {
        return pem("CERTIFICATE", certificate(name).getEncoded());
    }

    String keyPem(String name) throws GeneralSecurityException {
        return pem("PRIVATE KEY", key(name).getEncoded());
    }

    private static String pem(String what, byte[] bytes) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n";
    }
}

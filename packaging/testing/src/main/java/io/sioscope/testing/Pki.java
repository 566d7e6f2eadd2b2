package io.sioscope.testing;

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

/**
 * A certificate authority that nobody trusts, named {@code ca}, with a certificate for a {@code server} called localhost
 * and one for a {@code client}; made by the JDK's own tool. Immutable; any thread.
 */
public final class Pki {
    private static final String PASSWORD = "password";

    private final KeyStore keys;

    private Pki(KeyStore keys) {
        this.keys = keys;
    }

    /**
     * Makes new ones.
     *
     * @param folder where the tool may write
     * @return all three with their keys
     * @throws IOException if the tool does not run or the folder cannot be written
     * @throws InterruptedException if the thread is interrupted meanwhile
     * @throws GeneralSecurityException if what it made cannot be read
     */
    public static Pki in(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
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
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("keytool did not make the certificate of " + name);
        }
    }

    /**
     * A certificate.
     *
     * @param name {@code ca}, {@code server} or {@code client}
     * @return the certificate
     * @throws GeneralSecurityException if it cannot be read
     */
    public X509Certificate certificate(String name) throws GeneralSecurityException {
        return (X509Certificate) keys.getCertificate(name);
    }

    /**
     * A key.
     *
     * @param name {@code ca}, {@code server} or {@code client}
     * @return the key
     * @throws GeneralSecurityException if it cannot be read
     */
    public PrivateKey key(String name) throws GeneralSecurityException {
        return (PrivateKey) keys.getKey(name, PASSWORD.toCharArray());
    }

    /**
     * A certificate as PEM.
     *
     * @param name {@code ca}, {@code server} or {@code client}
     * @return the text of a file
     * @throws GeneralSecurityException if it cannot be read
     */
    public String certificatePem(String name) throws GeneralSecurityException {
        return pem("CERTIFICATE", certificate(name).getEncoded());
    }

    /**
     * A key as PEM, PKCS #8.
     *
     * @param name {@code ca}, {@code server} or {@code client}
     * @return the text of a file
     * @throws GeneralSecurityException if it cannot be read
     */
    public String keyPem(String name) throws GeneralSecurityException {
        return pem("PRIVATE KEY", key(name).getEncoded());
    }

    private static String pem(String what, byte[] bytes) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n";
    }
}

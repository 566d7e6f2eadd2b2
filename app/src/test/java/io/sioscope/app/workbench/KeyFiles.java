package io.sioscope.app.workbench;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/**
 * A certificate for localhost with its key, in the forms that a host takes.
 *
 * @param pkcs12 both in one file, opened by {@link #PASSWORD}
 * @param certificate PEM
 * @param key PEM
 */
public record KeyFiles(Path pkcs12, Path certificate, Path key) {
    /** Opens the PKCS#12 file. */
    public static final String PASSWORD = "open sesame";

    /** Makes them in a folder, with the JDK's own tool. */
    public static KeyFiles in(Path folder) throws Exception {
        Path store = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost",
                        "-ext", "SAN=dns:localhost", "-storetype", "PKCS12",
                        "-keystore", store.toString(), "-storepass", PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IllegalStateException("keytool made no certificate");
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        Key secret = keys.getKey("server", PASSWORD.toCharArray());
        return new KeyFiles(
                store,
                Files.writeString(
                        folder.resolve("chain.pem"),
                        pem("CERTIFICATE", keys.getCertificate("server").getEncoded())),
                Files.writeString(folder.resolve("key.pem"), pem("PRIVATE KEY", secret.getEncoded())));
    }

    private static String pem(String what, byte[] data) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(data);
        return "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n";
    }
}

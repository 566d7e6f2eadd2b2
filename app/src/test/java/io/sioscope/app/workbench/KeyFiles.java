package io.sioscope.app.workbench;

import io.sioscope.emulator.http.LocalCertificate;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;

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

    /** Makes them in a folder. */
    public static KeyFiles in(Path folder) throws Exception {
        LocalCertificate made = LocalCertificate.make(Instant.now());
        KeyFiles files = new KeyFiles(
                folder.resolve("server.p12"), folder.resolve("chain.pem"), folder.resolve("key.pem"));
        made.write(files.certificate(), files.key());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry(
                "server", made.key(), PASSWORD.toCharArray(), new Certificate[] {made.certificate()});
        try (OutputStream out = Files.newOutputStream(files.pkcs12())) {
            keys.store(out, PASSWORD.toCharArray());
        }
        return files;
    }
}

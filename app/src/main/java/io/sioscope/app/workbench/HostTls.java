package io.sioscope.app.workbench;

import io.sioscope.emulator.http.ServerTls;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** By what a host proves itself. Immutable; files are named, and read when the host is started. */
public sealed interface HostTls {
    /** Nothing is encrypted. */
    record Off() implements HostTls {}

    /**
     * Two files in PEM form.
     *
     * @param certificate the file of the certificate and those above it
     * @param key the file of its private key, PKCS#8, without a password
     */
    record Pem(String certificate, String key) implements HostTls {}

    /**
     * A PKCS#12 file with one key and its chain. Its words for a log hold no password.
     *
     * @param file its name
     * @param password what opens it; may be empty
     */
    record Pkcs12(String file, String password) implements HostTls {
        @Override
        public String toString() {
            return "Pkcs12[" + file + "]";
        }
    }

    /**
     * Reads the files; blocks.
     *
     * @return empty where nothing is to be encrypted
     * @throws CertificateRefusal if they do not hold what they should
     */
    default Optional<ServerTls> load() throws CertificateRefusal {
        return switch (this) {
            case Off() -> Optional.empty();
            case Pem(String certificate, String key) ->
                loaded(certificate, () -> ServerTls.pem(Path.of(certificate.strip()), Path.of(key.strip())));
            case Pkcs12(String file, String password) ->
                loaded(file, () -> ServerTls.pkcs12(Path.of(file.strip()), password.toCharArray()));
        };
    }

    private static Optional<ServerTls> loaded(String file, Loading loading) throws CertificateRefusal {
        try {
            return Optional.of(loading.load());
        } catch (IOException | InvalidPathException unusable) {
            throw new CertificateRefusal(file, unusable);
        }
    }

    /** Reads what a certificate is made of. */
    @FunctionalInterface
    interface Loading {
        /** May block. */
        ServerTls load() throws IOException;
    }
}

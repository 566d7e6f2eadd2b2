package io.sioscope.app.workbench;

import io.sioscope.emulator.http.ServerTls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a host listens.
 *
 * @param port from 1 to 65535, or 0 for any free one
 * @param bind the address; blank for loopback, IPv4 and IPv6 where both exist
 * @param tls with what it serves https and wss
 */
public record HostListen(int port, String bind, HostTls tls) {
    /** Loopback, not encrypted. */
    public static HostListen on(int port) {
        return new HostListen(port, "", new HostTls.Off());
    }

    /**
     * Reads or makes the certificate; blocks.
     *
     * @param local makes and keeps those that no person brought
     * @return empty where nothing is to be encrypted
     * @throws CertificateRefusal if the files do not hold what they should
     */
    Optional<HostCertificate> certificate(LocalCertificates local) throws CertificateRefusal {
        return switch (tls) {
            case HostTls.Off() -> Optional.empty();
            case HostTls.SelfSigned() -> loaded(bind, () -> local.of(bind));
            case HostTls.Pem(String file, String key) ->
                loaded(file, () -> new HostCertificate(ServerTls.pem(Path.of(file.strip()), Path.of(key.strip())), Optional.empty()));
            case HostTls.Pkcs12(String file, String password) ->
                loaded(
                        file,
                        () -> new HostCertificate(ServerTls.pkcs12(Path.of(file.strip()), password.toCharArray()), Optional.empty()));
        };
    }

    private static Optional<HostCertificate> loaded(String what, Loading loading) throws CertificateRefusal {
        try {
            return Optional.of(loading.load());
        } catch (IOException | IllegalArgumentException unusable) {
            throw new CertificateRefusal(what, unusable);
        }
    }

    @FunctionalInterface
    private interface Loading {
        HostCertificate load() throws IOException;
    }

    /** The same on another port. */
    public HostListen withPort(int changed) {
        return new HostListen(changed, bind, tls);
    }

    /** The same at another address. */
    public HostListen withBind(String changed) {
        return new HostListen(port, changed, tls);
    }

    /** The same with another certificate. */
    public HostListen withTls(HostTls changed) {
        return new HostListen(port, bind, changed);
    }
}

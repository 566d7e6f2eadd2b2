package io.sioscope.protocol.net;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a client speaks TLS.
 *
 * @param trusted certificates that a server's chain may end in; the system's own if there is none
 * @param key the key of the client's own certificate, or null
 * @param chain the client's own certificate and those above it; empty where there is no key
 * @param verified whether the server's chain and name are checked. Whoever switches that off must show it
 */
public record ClientTls(
        List<X509Certificate> trusted, @Nullable PrivateKey key, List<X509Certificate> chain, boolean verified) {
    /** The system's certificates, no certificate of one's own, everything checked. */
    public static final ClientTls DEFAULT = new ClientTls(List.of(), null, List.of(), true);

    /** Keeps copies of the lists. */
    public ClientTls {
        trusted = List.copyOf(trusted);
        chain = List.copyOf(chain);
    }

    /** The same with other trusted certificates. */
    public ClientTls withTrusted(List<X509Certificate> certificates) {
        return new ClientTls(certificates, key, chain, verified);
    }

    /** The same with a certificate of the client's own. */
    public ClientTls withIdentity(PrivateKey own, List<X509Certificate> certificates) {
        return new ClientTls(trusted, own, certificates, verified);
    }

    /** The same, with or without checking the server. */
    public ClientTls withVerified(boolean checked) {
        return new ClientTls(trusted, key, chain, checked);
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "ClientTls[" + trusted.size() + " trusted, " + chain.size() + " own, verified=" + verified + "]";
    }
}

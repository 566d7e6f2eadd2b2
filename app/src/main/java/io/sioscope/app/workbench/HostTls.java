package io.sioscope.app.workbench;

/** By what a host proves itself. Immutable; files are named, and read when the host is started. */
public sealed interface HostTls {
    /** Nothing is encrypted. */
    record Off() implements HostTls {}

    /** A certificate that is made for this machine and kept; whoever connects has to be told once to trust it. */
    record SelfSigned() implements HostTls {}

    /**
     * Two files in PEM form.
     *
     * @param certificate the file of the certificate and those above it
     * @param key the file of its private key, without a password
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
}

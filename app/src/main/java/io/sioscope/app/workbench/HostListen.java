package io.sioscope.app.workbench;

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

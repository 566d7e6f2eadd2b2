package io.sioscope.protocol.client.doctor;

/**
 * A proxy to go through.
 *
 * @param kind how it is spoken to
 * @param host its name or address, an IPv6 address without brackets
 * @param port 1 to 65535
 * @param login {@code name:password} for an HTTP proxy; blank for none
 */
public record ProxyServer(Kind kind, String host, int port, String login) {
    /** How a proxy is spoken to. */
    public enum Kind {
        /** By CONNECT (RFC 9110, 9.3.6). */
        HTTP,
        /** By SOCKS version 5, or 4 where the proxy is older. */
        SOCKS
    }

    /** The address, without the login. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + "://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}

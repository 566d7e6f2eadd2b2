package io.sioscope.protocol.net;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * A proxy between a client and its server. It looks up the server's name.
 *
 * @param kind what it speaks
 * @param host its name or address, an IPv6 address without brackets
 * @param port 1 to 65535
 * @param user empty where it asks for none
 * @param password empty where it asks for none
 */
public record ClientProxy(Kind kind, String host, int port, String user, String password) {
    /** What a proxy speaks. */
    public enum Kind {
        /** HTTP, asked by CONNECT for every connection, encrypted or not. */
        HTTP,
        /** SOCKS 4a. */
        SOCKS4,
        /** SOCKS 5. */
        SOCKS5
    }

    /**
     * Reads {@code http://user:password@host:port}; the schemes are {@code http}, {@code socks} and {@code socks5}, {@code
     * socks4}.
     *
     * @throws IllegalArgumentException if it is no such URL
     */
    public static ClientProxy of(String url) {
        try {
            URI uri = new URI(url);
            if (uri.getScheme() == null || uri.getHost() == null) {
                throw new IllegalArgumentException("not a proxy: no scheme or host");
            }
            Kind kind = kind(uri.getScheme().toLowerCase(Locale.ROOT));
            String info = uri.getUserInfo() == null ? "" : uri.getUserInfo();
            int colon = info.indexOf(':');
            String host = uri.getHost().replaceAll("^\\[|]$", "");
            int port = uri.getPort() < 0 ? (kind == Kind.HTTP ? 8080 : 1080) : uri.getPort();
            return new ClientProxy(
                    kind, host, port, colon < 0 ? info : info.substring(0, colon), colon < 0 ? "" : info.substring(colon + 1));
        } catch (URISyntaxException wrong) {
            throw new IllegalArgumentException("not a proxy: " + wrong.getReason(), wrong);
        }
    }

    private static Kind kind(String scheme) {
        return switch (scheme) {
            case "http" -> Kind.HTTP;
            case "socks", "socks5", "socks5h" -> Kind.SOCKS5;
            case "socks4", "socks4a" -> Kind.SOCKS4;
            default -> throw new IllegalArgumentException("not a proxy: its scheme is none of http, socks5, socks4");
        };
    }

    /**
     * Checks the port.
     *
     * @throws IllegalArgumentException if it is out of its range
     */
    public ClientProxy {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a port is from 1 to 65535");
        }
    }

    /** Says nothing of user and password. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + "://" + host + ":" + port;
    }
}

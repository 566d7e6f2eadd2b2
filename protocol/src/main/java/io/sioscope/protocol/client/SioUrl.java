package io.sioscope.protocol.client;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL as the JavaScript client reads it: scheme, host and port name the server, the path is the namespace, the query goes
 * to the handshake.
 *
 * @param secure whether TLS is used: {@code https}, {@code wss}
 * @param host the host's name or address, an IPv6 address without brackets
 * @param port from 1 to 65535
 * @param namespace the path without a trailing slash, {@code /} where there is none
 * @param query the query's parameters in their order, decoded; of several with one name the last
 */
public record SioUrl(boolean secure, String host, int port, String namespace, Map<String, String> query) {
    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://.*");

    /** Keeps a copy of the query. */
    public SioUrl {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    /** What is wrong with a text that is no URL of a server. */
    public enum Problem {
        /** Nothing was given. */
        EMPTY,
        /** The scheme is none of http, https, ws, wss. */
        SCHEME,
        /** There is no host. */
        HOST,
        /** The port is not a number from 1 to 65535. */
        PORT,
        /** It is no URL at all. */
        SYNTAX
    }

    /** A URL, or what is wrong with it. */
    public sealed interface Parsing {
        /** The text was read. */
        record Read(SioUrl url) implements Parsing {}

        /** The text is wrong. */
        record Wrong(Problem problem) implements Parsing {}
    }

    /** Reads a URL; {@code http://} is taken for granted where no scheme stands. Never throws. */
    public static Parsing parse(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return new Parsing.Wrong(Problem.EMPTY);
        }
        String absolute = SCHEME.matcher(trimmed).matches() ? trimmed : "http://" + trimmed;
        try {
            return parse(new URI(absolute));
        } catch (URISyntaxException wrong) {
            return new Parsing.Wrong(Problem.SYNTAX);
        }
    }

    /**
     * Reads a URL that is known to be right.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static SioUrl of(String text) {
        return switch (parse(requireNonNull(text, "url"))) {
            case Parsing.Read read -> read.url();
            case Parsing.Wrong wrong -> throw new IllegalArgumentException(
                    "not a server's URL, as in http://localhost:3000 (" + wrong.problem() + "): " + text);
        };
    }

    private static Parsing parse(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https") || scheme.equals("wss");
        if (!secure && !scheme.equals("http") && !scheme.equals("ws")) {
            return new Parsing.Wrong(Problem.SCHEME);
        }
        if (uri.getHost() == null) {
            return new Parsing.Wrong(isPortWrong(uri.getRawAuthority()) ? Problem.PORT : Problem.HOST);
        }
        int port = uri.getPort() < 0 ? (secure ? 443 : 80) : uri.getPort();
        if (port < 1 || port > 65535) {
            return new Parsing.Wrong(Problem.PORT);
        }
        String host = uri.getHost().startsWith("[")
                ? uri.getHost().substring(1, uri.getHost().length() - 1)
                : uri.getHost();
        return new Parsing.Read(new SioUrl(secure, host, port, namespace(uri), query(uri)));
    }

    private static boolean isPortWrong(@Nullable String authority) {
        return authority != null && authority.matches("[^:\\[\\]]+:.*");
    }

    private static String namespace(URI uri) {
        String path = uri.getPath() == null ? "" : uri.getPath();
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return trimmed.isEmpty() ? "/" : trimmed;
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new LinkedHashMap<>();
        if (uri.getRawQuery() == null) {
            return query;
        }
        for (String pair : uri.getRawQuery().split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                query.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Scheme, host and port, the port left out where it is the scheme's own. */
    public String base() {
        boolean usual = port == (secure ? 443 : 80);
        String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return (secure ? "https://" : "http://") + shown + (usual ? "" : ":" + port);
    }
}

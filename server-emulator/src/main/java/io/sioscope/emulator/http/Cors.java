package io.sioscope.emulator.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which web pages of other origins may use the server, and what they may do (the {@code cors} option of the Node server).
 * Without one, no CORS header is ever sent and a preflight is answered like any other unknown request.
 *
 * @param anyOrigin whether every origin is allowed, with {@code *}; then {@code origin} is not asked
 * @param origin decides on an origin such as {@code https://example.org}; runs on event loops, must not block, and where it
 *     throws the origin is not allowed
 * @param credentials whether cookies and the like may be sent along
 * @param methods the methods that a preflight grants
 * @param allowedHeaders the request headers that a preflight grants; empty to grant what it asks for
 * @param exposedHeaders the answer's headers that a page may read; empty for the usual ones
 */
public record Cors(
        boolean anyOrigin,
        Predicate<String> origin,
        boolean credentials,
        List<String> methods,
        List<String> allowedHeaders,
        List<String> exposedHeaders) {
    private static final List<String> METHODS = List.of("GET", "HEAD", "PUT", "PATCH", "POST", "DELETE");

    /** Keeps copies of the lists. */
    public Cors {
        methods = List.copyOf(methods);
        allowedHeaders = List.copyOf(allowedHeaders);
        exposedHeaders = List.copyOf(exposedHeaders);
    }

    private static Cors allowing(boolean any, Predicate<String> origin) {
        return new Cors(any, origin, false, METHODS, List.of(), List.of());
    }

    /** Every origin, {@code *}. */
    public static Cors any() {
        return allowing(true, origin -> true);
    }

    /** These origins only, such as {@code https://example.org}, compared whole; the answer repeats the one that asked. */
    public static Cors origins(String... origins) {
        return allowing(false, List.of(origins)::contains);
    }

    /** The origins in which the pattern is found. */
    public static Cors matching(Pattern pattern) {
        return allowing(false, pattern.asPredicate());
    }

    /** The origins that a function accepts. */
    public static Cors deciding(Predicate<String> origin) {
        return allowing(false, origin);
    }

    /** The same with {@code Access-Control-Allow-Credentials: true}. */
    public Cors withCredentials() {
        return new Cors(anyOrigin, origin, true, methods, allowedHeaders, exposedHeaders);
    }

    /** The same with other methods. */
    public Cors withMethods(String... granted) {
        return new Cors(anyOrigin, origin, credentials, List.of(granted), allowedHeaders, exposedHeaders);
    }

    /** The same with these request headers and no others. */
    public Cors withAllowedHeaders(String... granted) {
        return new Cors(anyOrigin, origin, credentials, methods, List.of(granted), exposedHeaders);
    }

    /** The same with more headers that a page may read. */
    public Cors withExposedHeaders(String... readable) {
        return new Cors(anyOrigin, origin, credentials, methods, allowedHeaders, List.of(readable));
    }

    /** The value of {@code Access-Control-Allow-Origin} for a request's origin; empty where the header must be left out. */
    Optional<String> allowed(String asking) {
        if (anyOrigin) {
            return Optional.of("*");
        }
        try {
            return !asking.isEmpty() && origin.test(asking) ? Optional.of(asking) : Optional.empty();
        } catch (RuntimeException undecided) {
            return Optional.empty();
        }
    }
}

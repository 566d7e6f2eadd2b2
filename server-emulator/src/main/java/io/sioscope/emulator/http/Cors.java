package io.sioscope.emulator.http;

import java.util.List;
import java.util.Optional;

/**
 * Which web pages of other origins may use the server (the {@code cors} option of the Node server). Without one, no CORS
 * header is ever sent and a preflight is answered like any other unknown request.
 *
 * @param anyOrigin whether every origin is allowed; then {@code origins} is not looked at
 * @param origins the allowed origins, compared as whole strings
 * @param credentials whether cookies and the like may be sent along
 */
public record Cors(boolean anyOrigin, List<String> origins, boolean credentials) {
    /** Keeps a copy of the list. */
    public Cors {
        origins = List.copyOf(origins);
    }

    /** Every origin, {@code *}. */
    public static Cors any() {
        return new Cors(true, List.of(), false);
    }

    /** These origins only, such as {@code https://example.org}; the answer repeats the one that asked. */
    public static Cors origins(String... origins) {
        return new Cors(false, List.of(origins), false);
    }

    /** The same with {@code Access-Control-Allow-Credentials: true}. */
    public Cors withCredentials() {
        return new Cors(anyOrigin, origins, true);
    }

    /** The value of {@code Access-Control-Allow-Origin} for a request's origin; empty where the header must be left out. */
    Optional<String> allowed(String origin) {
        if (anyOrigin) {
            return Optional.of("*");
        }
        return origins.contains(origin) ? Optional.of(origin) : Optional.empty();
    }
}

package io.sioscope.app.workspace;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a saved connection tells the server and nobody else. Its text form names nothing of it.
 *
 * @param auth the payload of the CONNECT packets as JSON text; blank for none
 * @param headers by name, in order
 * @param query by name, in order
 */
public record Secrets(String auth, Map<String, String> headers, Map<String, String> query) {

    /** None. */
    public static final Secrets NONE = new Secrets("", Map.of(), Map.of());

    /** Keeps copies. */
    public Secrets {
        headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        query = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    @Override
    public String toString() {
        return "Secrets[…]";
    }
}

package io.sioscope.emulator.http;

import io.sioscope.protocol.QueryString;
import java.util.Collections;
import java.util.Map;

/**
 * The target of a request, taken apart in one pass that accepts anything: broken percent signs stand for themselves, as in
 * Node's querystring.
 *
 * @param raw path and query as requested
 * @param path the path, not decoded
 * @param query the parameters, decoded; of a repeated name the last value
 */
record RequestTarget(String raw, String path, Map<String, String> query) {
    /** Keeps the map from changing. */
    RequestTarget {
        query = Collections.unmodifiableMap(query);
    }

    static RequestTarget parse(String raw) {
        int mark = raw.indexOf('?');
        if (mark < 0) {
            return new RequestTarget(raw, raw, Map.of());
        }
        int hash = raw.indexOf('#', mark);
        String text = raw.substring(mark + 1, hash < 0 ? raw.length() : hash);
        return new RequestTarget(raw, raw.substring(0, mark), QueryString.parse(text));
    }

    /** The value of a parameter, or an empty text. */
    String parameter(String name) {
        return query.getOrDefault(name, "");
    }
}

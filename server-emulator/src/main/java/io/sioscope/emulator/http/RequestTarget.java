package io.sioscope.emulator.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The target of a request, taken apart in one pass that accepts anything: broken percent signs stand for themselves, as in
 * Node's querystring.
 *
 * @param raw path and query as requested
 * @param path the path, not decoded
 * @param query the parameters, decoded; values of a repeated name joined by commas
 */
record RequestTarget(String raw, String path, Map<String, String> query) {
    /** Node's querystring looks at no more. */
    private static final int MAX_PARAMETERS = 1_000;

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
        return new RequestTarget(raw, raw.substring(0, mark), parameters(text));
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        int from = 0;
        for (int count = 0; from < text.length() && count < MAX_PARAMETERS; count++) {
            int and = text.indexOf('&', from);
            int to = and < 0 ? text.length() : and;
            if (to > from) {
                int equals = text.indexOf('=', from);
                int nameTo = equals < 0 || equals > to ? to : equals;
                String value = decode(text.substring(Math.min(nameTo + 1, to), to));
                parameters.merge(decode(text.substring(from, nameTo)), value, (first, next) -> first + "," + next);
            }
            from = to + 1;
        }
        return parameters;
    }

    private static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text.replace('+', ' ');
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
            if (low >= 0) {
                out.write(high << 4 | low);
                i += 2;
            } else {
                out.write(bytes[i] == '+' ? ' ' : bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The value of a parameter, or an empty text. */
    String parameter(String name) {
        return query.getOrDefault(name, "");
    }
}

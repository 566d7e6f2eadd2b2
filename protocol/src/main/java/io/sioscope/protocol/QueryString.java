package io.sioscope.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of a URL or a form, read as the reference does (URLSearchParams, engine.io 6.6, server.ts, prepare). Pure; any thread. */
public final class QueryString {
    /** More are of no use to anybody; Node's querystring looks at no more either. */
    private static final int MAX_PARAMETERS = 1_000;

    private QueryString() {}

    /**
     * The parameters in their order, decoded; of a repeated name the last value counts. Never throws: a broken percent sign
     * stands for itself.
     */
    public static Map<String, String> parse(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        int from = 0;
        for (int count = 0; from < text.length() && count < MAX_PARAMETERS; count++) {
            int and = text.indexOf('&', from);
            int to = and < 0 ? text.length() : and;
            if (to > from) {
                int equals = text.indexOf('=', from);
                int nameTo = equals < 0 || equals > to ? to : equals;
                String value = decode(text.substring(Math.min(nameTo + 1, to), to));
                parameters.put(decode(text.substring(from, nameTo)), value);
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
}

package io.sioscope.app.capture.format;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a request's address tells.
 *
 * @param url as it stands in the file
 * @param engine the value of {@code EIO}, or empty
 * @param transport the value of {@code transport}, or empty
 * @param sid the value of {@code sid}, or empty
 */
record HarUrl(String url, String engine, String transport, String sid) {
    /** A query's parameter, decoded. */
    record Parameter(String name, String value) {}

    static HarUrl of(String url) {
        int query = url.indexOf('?');
        String engine = "";
        String transport = "";
        String sid = "";
        for (Parameter parameter : parameters(query < 0 ? "" : url.substring(query + 1))) {
            switch (parameter.name()) {
                case "EIO" -> engine = parameter.value();
                case "transport" -> transport = parameter.value();
                case "sid" -> sid = parameter.value();
                default -> {}
            }
        }
        return new HarUrl(url, engine, transport, sid);
    }

    static List<Parameter> parameters(String query) {
        List<Parameter> parameters = new ArrayList<>();
        int hash = query.indexOf('#');
        String only = hash < 0 ? query : query.substring(0, hash);
        int from = 0;
        while (from < only.length()) {
            int end = only.indexOf('&', from);
            int to = end < 0 ? only.length() : end;
            int equals = only.indexOf('=', from);
            boolean valued = equals >= 0 && equals < to;
            parameters.add(new Parameter(
                    decoded(only.substring(from, valued ? equals : to)),
                    valued ? decoded(only.substring(equals + 1, to)) : ""));
            from = to + 1;
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }

    /** Path and query. */
    String target() {
        int host = url.indexOf("://");
        int path = host < 0 ? -1 : url.indexOf('/', host + 3);
        return path < 0 ? url : url.substring(path);
    }
}

package io.sioscope.app.workspace;

import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.PlainUrl;
import io.sioscope.protocol.capture.Header;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a connection must not be read by others: the auth object, the value of every header and of every parameter, and the
 * URL and the proxy's where they hold a user or a query. No list of dangerous names is complete, so every value counts. Immutable, pure.
 *
 * @param url the whole URL, or empty where the plain one is the whole
 * @param auth as JSON text
 * @param query parameters with their values
 * @param headers the values in the order of the headers
 * @param proxy the whole proxy, or empty where the plain one is the whole
 */
record ConnectSecrets(String url, String auth, Map<String, String> query, List<String> headers, String proxy) {

    ConnectSecrets {
        query = Map.copyOf(query);
        headers = List.copyOf(headers);
    }

    static ConnectSecrets of(ConnectSpec spec) {
        String plain = PlainUrl.of(spec.url());
        String proxy = spec.options().proxy();
        return new ConnectSecrets(
                plain.equals(spec.url()) ? "" : spec.url(),
                spec.auth(),
                spec.query(),
                spec.headers().stream().map(Header::value).toList(),
                spec.options().plainProxy().equals(proxy) ? "" : proxy);
    }

    boolean isEmpty() {
        return url.isEmpty() && auth.isEmpty() && query.isEmpty() && headers.isEmpty() && proxy.isEmpty();
    }

    /** The connection without what this holds; names stay. */
    static ConnectSpec without(ConnectSpec spec) {
        Map<String, String> names = new LinkedHashMap<>();
        spec.query().keySet().forEach(name -> names.put(name, ""));
        return spec.withUrl(PlainUrl.of(spec.url()))
                .withAuth("")
                .withQuery(names)
                .withOptions(spec.options().withProxy(spec.options().plainProxy()))
                .withHeaders(spec.headers().stream()
                        .map(header -> new Header(header.name(), ""))
                        .toList());
    }

    /** The connection with what this holds put back. */
    ConnectSpec into(ConnectSpec spec) {
        Map<String, String> values = new LinkedHashMap<>();
        spec.query().keySet().forEach(name -> values.put(name, query.getOrDefault(name, "")));
        List<Header> lines = new ArrayList<>();
        for (Header header : spec.headers()) {
            String value = lines.size() < headers.size() ? headers.get(lines.size()) : "";
            lines.add(new Header(header.name(), value));
        }
        return spec.withUrl(url.isEmpty() ? spec.url() : url)
                .withAuth(auth)
                .withQuery(values)
                .withHeaders(lines)
                .withOptions(proxy.isEmpty() ? spec.options() : spec.options().withProxy(proxy));
    }

    /** Says nothing of what it holds. */
    @Override
    public String toString() {
        return "ConnectSecrets";
    }
}

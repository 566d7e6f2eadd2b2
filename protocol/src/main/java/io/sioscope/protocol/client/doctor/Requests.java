package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.Header;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The HTTP requests of an examination, each on a connection of its own. Keeps no state. */
final class Requests {
    private final DoctorOptions options;
    private final String path;
    private final Route route;
    private final Consumer<Evidence> evidence;

    Requests(DoctorOptions options, String path, Route route, Consumer<Evidence> evidence) {
        this.options = options;
        this.path = path;
        this.route = route;
        this.evidence = evidence;
    }

    /** Asks for a session by polling. */
    HttpAnswer open(EngineVersion version, List<Header> more, Deadline deadline) throws IOException {
        return send("GET", parameters(version, Transport.POLLING, ""), more, Bytes.EMPTY, deadline);
    }

    /** Polls a session once. */
    HttpAnswer poll(EngineVersion version, String sid, List<Header> more, Deadline deadline) throws IOException {
        return send("GET", parameters(version, Transport.POLLING, sid), more, Bytes.EMPTY, deadline);
    }

    /** Sends packets to a session. */
    HttpAnswer post(EngineVersion version, String sid, List<Header> more, Bytes body, Deadline deadline)
            throws IOException {
        return send("POST", parameters(version, Transport.POLLING, sid), more, body, deadline);
    }

    /** Asks whether a page may send {@code headers} (Fetch standard, CORS-preflight). */
    HttpAnswer preflight(String origin, String headers, Deadline deadline) throws IOException {
        List<Header> more = List.of(
                new Header("Origin", origin),
                new Header("Access-Control-Request-Method", "GET"),
                new Header("Access-Control-Request-Headers", headers));
        return send("OPTIONS", parameters(options.asked(), Transport.POLLING, ""), more, Bytes.EMPTY, deadline);
    }

    /** A request that every HTTP server refuses by itself, before any program of its sees it: it has no Host. */
    HttpAnswer refusedByAll(Deadline deadline) throws IOException {
        try (Wire wire = route.open(deadline)) {
            return Http.exchange(wire, "GET", "/", List.of(new Header("Connection", "close")), Bytes.EMPTY);
        }
    }

    /** A connection on which a WebSocket was asked for, and the answer. The caller closes the connection. */
    record Upgrade(Wire wire, HttpAnswer answer) {}

    /** Asks for a WebSocket. */
    Upgrade upgrade(EngineVersion version, String key, Deadline deadline) throws IOException {
        String parameters = parameters(version, Transport.WEBSOCKET, "");
        List<Header> headers = merged(List.of(
                new Header("Connection", "Upgrade"),
                new Header("Upgrade", "websocket"),
                new Header("Sec-WebSocket-Version", "13"),
                new Header("Sec-WebSocket-Key", key)));
        Wire wire = route.open(deadline);
        try {
            tell(Direction.TO_SERVER, "GET " + path + shown(parameters) + " (Upgrade: websocket)");
            HttpAnswer answer = Http.exchange(wire, "GET", path + parameters, headers, Bytes.EMPTY);
            tell(Direction.TO_CLIENT, said(answer));
            return new Upgrade(wire, answer);
        } catch (IOException broken) {
            wire.close();
            throw broken;
        }
    }

    private HttpAnswer send(
            String method, String parameters, List<Header> more, Bytes body, Deadline deadline) throws IOException {
        List<Header> all = new ArrayList<>(more);
        all.add(new Header("Connection", "close"));
        if (method.equals("POST")) {
            all.add(new Header("Content-Type", "text/plain;charset=UTF-8"));
        }
        try (Wire wire = route.open(deadline)) {
            tell(Direction.TO_SERVER, method + " " + path + shown(parameters));
            HttpAnswer answer = Http.exchange(wire, method, path + parameters, merged(all), body);
            tell(Direction.TO_CLIENT, said(answer));
            return answer;
        }
    }

    /** The user's headers win over ours, as in the client. */
    private List<Header> merged(List<Header> ours) {
        List<Header> all = new ArrayList<>();
        all.add(new Header("Host", options.authority()));
        all.add(new Header("Accept", "*/*"));
        all.addAll(ours);
        all.removeIf(header -> options.headers().stream().anyMatch(user -> user.name().equalsIgnoreCase(header.name())));
        all.addAll(options.headers());
        return all;
    }

    /** The query; the last parameter keeps caches from answering, as the client's does. */
    private String parameters(EngineVersion version, Transport transport, String sid) {
        StringBuilder query = new StringBuilder("?EIO=").append(version.number());
        query.append("&transport=").append(transport.label());
        for (Map.Entry<String, String> parameter : options.query().entrySet()) {
            query.append('&').append(encoded(parameter.getKey())).append('=').append(encoded(parameter.getValue()));
        }
        if (!sid.isEmpty()) {
            query.append("&sid=").append(encoded(sid));
        }
        return query.append("&t=").append(Long.toString(System.nanoTime() & Long.MAX_VALUE, 36)).toString();
    }

    /** The query without the user's values, which may be secret. */
    private static String shown(String parameters) {
        return parameters.substring(0, parameters.indexOf('&', parameters.indexOf("&transport=") + 1));
    }

    private static String said(HttpAnswer answer) {
        String start = answer.start();
        return answer.status() + (start.isEmpty() ? "" : " " + start);
    }

    private void tell(Direction direction, String text) {
        evidence.accept(new Evidence(direction, text));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

package io.sioscope.app.snippet;

import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.Reconnection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A connection for the official Java client, as statements of a method. Pure. */
final class JavaSnippet {
    private JavaSnippet() {}

    static String of(ConnectSpec spec) {
        List<String> lines = new ArrayList<>();
        lines.add("// io.socket:socket.io-client:" + (SnippetParts.older(spec) ? "1.0.2" : "2.1.2"));
        lines.add("IO.Options options = new IO.Options();");
        SnippetParts.path(spec).ifPresent(path -> lines.add(set("path", SnippetParts.quoted(path))));
        String query = SnippetParts.query(spec);
        if (!query.isEmpty()) {
            lines.add(set("query", SnippetParts.quoted(query)));
        }
        SnippetParts.auth(spec).filter(auth -> !SnippetParts.older(spec)).ifPresent(auth -> {
            Map<String, String> values = new LinkedHashMap<>();
            auth.properties().forEach(field -> values.put(field.getKey(), SnippetParts.asText(field.getValue())));
            lines.add(set("auth", map(values, SnippetParts::quoted)));
        });
        Map<String, String> headers = SnippetParts.headers(spec);
        if (!headers.isEmpty() && !SnippetParts.older(spec)) {
            lines.add(set("extraHeaders", map(headers, value -> "List.of(" + SnippetParts.quoted(value) + ")")));
        }
        more(spec, lines);
        List<String> namespaces = spec.effectiveNamespaces();
        for (String namespace : namespaces) {
            String name = namespaces.size() > 1 ? SnippetParts.variable(namespace) : "socket";
            lines.add("");
            lines.add("Socket " + name + " = IO.socket(URI.create(" + SnippetParts.quoted(SnippetParts.url(spec, namespace)) + "), options);");
            lines.add(name + ".on(Socket.EVENT_CONNECT, args -> System.out.println(\"connected \" + " + name + ".id()));");
            lines.add(name + ".connect();");
        }
        return String.join("\n", lines) + "\n";
    }

    private static String set(String field, String value) {
        return "options." + field + " = " + value + ";";
    }

    /** {@code Map.of} takes ten entries; one more way to write it would only be longer. */
    private static String map(Map<String, String> values, java.util.function.UnaryOperator<String> value) {
        return values.entrySet().stream()
                .map(entry -> "Map.entry(" + SnippetParts.quoted(entry.getKey()) + ", " + value.apply(entry.getValue()) + ")")
                .collect(Collectors.joining(", ", "Map.ofEntries(", ")"));
    }

    private static void more(ConnectSpec spec, List<String> lines) {
        if (!spec.transports().equals(List.of(Transport.POLLING, Transport.WEBSOCKET))) {
            lines.add(set("transports", spec.transports().stream()
                    .map(it -> SnippetParts.quoted(it.label()))
                    .collect(Collectors.joining(", ", "new String[] {", "}"))));
        }
        if (!spec.upgrade()) {
            lines.add(set("upgrade", "false"));
        }
        Reconnection again = spec.reconnection();
        if (!again.enabled()) {
            lines.add(set("reconnection", "false"));
        } else {
            if (again.attempts() != Reconnection.UNLIMITED) {
                lines.add(set("reconnectionAttempts", Integer.toString(again.attempts())));
            }
            if (again.delayMs() != 1_000) {
                lines.add(set("reconnectionDelay", Long.toString(again.delayMs())));
            }
            if (again.delayMaxMs() != 5_000) {
                lines.add(set("reconnectionDelayMax", Long.toString(again.delayMaxMs())));
            }
            if (again.jitter() != 0.5) {
                lines.add(set("randomizationFactor", Double.toString(again.jitter())));
            }
        }
        if (spec.timeout().toMillis() != 20_000) {
            lines.add(set("timeout", Long.toString(spec.timeout().toMillis())));
        }
    }
}

package io.sioscope.app.snippet;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.Reconnection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A connection for python-socketio. Pure. */
final class PythonSnippet {
    private PythonSnippet() {}

    static String of(ConnectSpec spec) {
        String query = SnippetParts.query(spec);
        List<String> arguments = new ArrayList<>();
        arguments.add(SnippetParts.quoted(SnippetParts.origin(spec) + (query.isEmpty() ? "" : "/?" + query)));
        if (!spec.headers().isEmpty()) {
            arguments.add("headers=" + SnippetParts.headers(spec).entrySet().stream()
                    .map(it -> SnippetParts.quoted(it.getKey()) + ": " + SnippetParts.quoted(it.getValue()))
                    .collect(Collectors.joining(", ", "{", "}")));
        }
        SnippetParts.auth(spec).ifPresent(auth -> arguments.add("auth=" + literal(auth)));
        if (!spec.transports().equals(List.of(Transport.POLLING, Transport.WEBSOCKET))) {
            arguments.add("transports=" + spec.transports().stream().map(it -> SnippetParts.quoted(it.label())).toList());
        }
        List<String> namespaces = spec.effectiveNamespaces();
        if (!namespaces.equals(List.of("/"))) {
            arguments.add("namespaces=" + namespaces.stream().map(SnippetParts::quoted).toList());
        }
        SnippetParts.path(spec).ifPresent(path -> arguments.add(
                "socketio_path=" + SnippetParts.quoted(path.replaceAll("^/|/$", ""))));
        String of = SnippetParts.older(spec) ? "<5" : ">=5";
        return "# pip install \"python-socketio[client]" + of + "\"\nimport socketio\n\nclient = socketio.Client("
                + String.join(", ", client(spec)) + ")\n\n"
                + "@client.on(\"*\"" + (namespaces.size() == 1 && !namespaces.getFirst().equals("/")
                        ? ", namespace=" + SnippetParts.quoted(namespaces.getFirst())
                        : "") + ")\ndef any_event(event, *args):\n    print(event, args)\n\n"
                + "client.connect(\n    " + String.join(",\n    ", arguments) + ",\n)\nclient.wait()\n";
    }

    private static List<String> client(ConnectSpec spec) {
        List<String> options = new ArrayList<>();
        Reconnection again = spec.reconnection();
        if (!again.enabled()) {
            options.add("reconnection=False");
        } else if (again.attempts() != Reconnection.UNLIMITED) {
            options.add("reconnection_attempts=" + again.attempts());
        }
        if (spec.options().insecure()) {
            options.add("ssl_verify=False");
        }
        if (spec.options().parser() == io.sioscope.protocol.socketio.PacketParser.MSGPACK) {
            options.add("serializer=\"msgpack\"");
        }
        return options;
    }

    /** A JSON value as Python writes it. */
    private static String literal(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(field -> SnippetParts.quoted(field.getKey()) + ": " + literal(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(PythonSnippet::literal)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "True" : "False";
        }
        return value.isNull() ? "None" : value.toString();
    }
}

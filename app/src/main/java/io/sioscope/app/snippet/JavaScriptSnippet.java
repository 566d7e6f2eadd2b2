package io.sioscope.app.snippet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sioscope.app.workbench.ConnectOptions;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.Reconnection;
import io.sioscope.protocol.socketio.PacketParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A connection for npm socket.io-client. Pure. */
final class JavaScriptSnippet {
    private final ConnectSpec spec;
    private final List<String> options = new ArrayList<>();

    private JavaScriptSnippet(ConnectSpec spec) {
        this.spec = spec;
    }

    static String of(ConnectSpec spec) {
        return new JavaScriptSnippet(spec).text();
    }

    private String text() {
        collect();
        boolean msgpack = spec.options().parser() == PacketParser.MSGPACK;
        StringBuilder text = new StringBuilder();
        text.append("// npm install socket.io-client@").append(SnippetParts.older(spec) ? "2" : "4");
        text.append(msgpack ? " socket.io-msgpack-parser\n" : "\n");
        text.append(SnippetParts.older(spec) ? "import io from \"socket.io-client\";\n" : "import { io } from \"socket.io-client\";\n");
        text.append(msgpack ? "import parser from \"socket.io-msgpack-parser\";\n\n" : "\n");
        List<String> namespaces = spec.effectiveNamespaces();
        boolean shared = namespaces.size() > 1 && !options.isEmpty();
        if (shared) {
            text.append("const options = ").append(object()).append(";\n\n");
        }
        for (String namespace : namespaces) {
            String name = namespaces.size() > 1 ? SnippetParts.variable(namespace) : "socket";
            text.append("const ").append(name).append(" = io(").append(SnippetParts.quoted(SnippetParts.url(spec, namespace)));
            text.append(options.isEmpty() ? "" : ", " + (shared ? "options" : object())).append(");\n\n");
            listen(text, name);
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static void listen(StringBuilder text, String name) {
        text.append(name).append(".on(\"connect\", () => console.log(\"connected\", ").append(name).append(".id));\n");
        text.append(name).append(".on(\"connect_error\", (error) => console.log(error.message, error.data));\n");
        text.append(name).append(".on(\"disconnect\", (reason) => console.log(reason));\n\n");
    }

    private String object() {
        return options.isEmpty() ? "{}" : "{\n  " + String.join(",\n  ", options) + ",\n}";
    }

    private void collect() {
        SnippetParts.path(spec).ifPresent(path -> put("path", SnippetParts.quoted(path)));
        SnippetParts.auth(spec).ifPresent(auth -> put("auth", auth.toString()));
        map("query", spec.effectiveQuery());
        map("extraHeaders", SnippetParts.headers(spec));
        if (!spec.transports().equals(List.of(Transport.POLLING, Transport.WEBSOCKET))) {
            put("transports", spec.transports().stream().map(it -> SnippetParts.quoted(it.label())).toList().toString());
        }
        put(!spec.upgrade(), "upgrade", "false");
        reconnection(spec.reconnection());
        long timeout = spec.timeout().toMillis();
        put(timeout != 20_000, "timeout", Long.toString(timeout));
        rare(spec.options());
    }

    private void reconnection(Reconnection it) {
        put(!it.enabled(), "reconnection", "false");
        if (it.enabled()) {
            put(it.attempts() != Reconnection.UNLIMITED, "reconnectionAttempts", Integer.toString(it.attempts()));
            put(it.delayMs() != 1_000, "reconnectionDelay", Long.toString(it.delayMs()));
            put(it.delayMaxMs() != 5_000, "reconnectionDelayMax", Long.toString(it.delayMaxMs()));
            put(it.jitter() != 0.5, "randomizationFactor", Double.toString(it.jitter()));
        }
    }

    private void rare(ConnectOptions it) {
        put(!it.addTrailingSlash(), "addTrailingSlash", "false");
        put(it.tryAllTransports(), "tryAllTransports", "true");
        put(it.rememberUpgrade(), "rememberUpgrade", "true");
        put(it.forceBase64(), "forceBase64", "true");
        put(it.withCredentials(), "withCredentials", "true");
        put(it.insecure(), "rejectUnauthorized", "false");
        if (it.parser() == PacketParser.MSGPACK) {
            options.add("parser");
        }
    }

    private void put(String name, String value) {
        options.add(name + ": " + value);
    }

    private void put(boolean when, String name, String value) {
        if (when) {
            put(name, value);
        }
    }

    private void map(String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            values.forEach(object::put);
            put(name, object.toString());
        }
    }
}

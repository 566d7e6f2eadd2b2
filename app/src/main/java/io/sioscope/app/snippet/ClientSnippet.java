package io.sioscope.app.snippet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.protocol.QueryString;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.session.Reconnection;
import io.sioscope.protocol.socketio.PacketParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JavaScript that connects with socket.io-client, as a connection: the first call of {@code io} and its options. Pure. */
final class ClientSnippet {
    private static final Pattern CALL =
            Pattern.compile("(?<![\\w$.])(io(\\.connect)?|(io\\.)?Manager|socketIO|socketio|ioClient|connect|lookup)\\s*\\(");
    private static final Pattern CONSTANT = Pattern.compile(
            "(?:const|let|var)\\s+([\\p{L}_$][\\p{L}\\p{N}_$]*)\\s*(?::\\s*\\w+\\s*)?=\\s*(\"[^\"\\n]*\"|'[^'\\n]*'|`[^`$]*`)");

    private final List<String> leftOut = new ArrayList<>();
    private final OptionsDraft options = new OptionsDraft();
    private final Map<String, String> query = new LinkedHashMap<>();
    private final List<Header> headers = new ArrayList<>();
    private ConnectSpec spec;
    private boolean upgrade = true;
    private Duration timeout;

    private ClientSnippet(String url) {
        this.spec = ConnectSpec.to(url);
        this.timeout = spec.timeout();
    }

    static Optional<Reading> read(String text) {
        Matcher call = CALL.matcher(text);
        return call.find() ? Optional.of(reading(text, call.end())) : Optional.empty();
    }

    private static Reading reading(String text, int from) {
        Map<String, String> constants = new LinkedHashMap<>();
        CONSTANT.matcher(text).results().forEach(found -> {
            String quoted = found.group(2);
            constants.put(found.group(1), quoted.substring(1, quoted.length() - 1));
        });
        List<String> computed = new ArrayList<>();
        JsValues values = new JsValues(text, from, constants, computed);
        JsonNode first = values.take(')') ? null : values.value("");
        JsonNode second = first != null && values.take(',') ? values.value("") : null;
        JsonNode settings = first != null && first.isObject() ? first : second;
        ClientSnippet snippet = new ClientSnippet(first != null && first.isTextual() ? first.textValue() : "");
        snippet.leftOut.addAll(computed);
        if (settings instanceof ObjectNode object) {
            object.properties().forEach(option -> snippet.option(option.getKey(), option.getValue()));
        }
        return snippet.reading();
    }

    private Reading reading() {
        ConnectSpec whole = new ConnectSpec(
                spec.url(),
                spec.namespaces(),
                spec.auth(),
                query,
                headers,
                spec.path(),
                spec.transports(),
                upgrade,
                spec.reconnection(),
                timeout,
                options.options(),
                spec.habits());
        return new Reading(whole, leftOut);
    }

    private void option(String name, JsonNode value) {
        switch (name) {
            case "path" -> path(value.asText());
            case "auth" -> spec = spec.withAuth(value.toString());
            case "query" -> query(value);
            case "extraHeaders" -> headers(value);
            case "transportOptions" -> value.forEach(transport -> headers(transport.path("extraHeaders")));
            case "transports" -> transports(value);
            case "parser" -> parser(value.asText());
            case "timeout" -> timeout = Duration.ofMillis(value.asLong(timeout.toMillis()));
            default -> {
                if (!reconnection(name, value) && !toggle(name, value.asBoolean())) {
                    leftOut.add(name + ": " + value);
                }
            }
        }
    }

    private void path(String path) {
        spec = spec.withPath(path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    private void parser(String name) {
        if (name.toLowerCase(java.util.Locale.ROOT).contains("msgpack")) {
            options.parser = PacketParser.MSGPACK;
        } else {
            leftOut.add("parser: " + name);
        }
    }

    private void query(JsonNode value) {
        if (value.isTextual()) {
            query.putAll(QueryString.parse(value.textValue()));
        } else {
            value.properties().forEach(each -> query.put(each.getKey(), each.getValue().asText()));
        }
    }

    private void headers(JsonNode value) {
        value.properties().forEach(each -> headers.add(new Header(each.getKey(), each.getValue().asText())));
    }

    private void transports(JsonNode value) {
        List<Transport> known = new ArrayList<>();
        value.forEach(name -> Transport.of(name.asText())
                .ifPresentOrElse(known::add, () -> leftOut.add("transports: " + name)));
        if (!known.isEmpty()) {
            spec = spec.withTransports(known);
        }
    }

    private boolean reconnection(String name, JsonNode value) {
        Reconnection now = spec.reconnection();
        Reconnection changed =
                switch (name) {
                    case "reconnection" -> now.withEnabled(value.asBoolean());
                    case "reconnectionAttempts" -> now.withAttempts(Math.max(0, value.asInt(Reconnection.UNLIMITED)));
                    case "reconnectionDelay" -> now.withDelayMs(Math.max(0, value.asLong()));
                    case "reconnectionDelayMax" -> now.withDelayMaxMs(Math.max(0, value.asLong()));
                    case "randomizationFactor" -> now.withJitter(Math.clamp(value.asDouble(), 0, 1));
                    default -> now;
                };
        spec = spec.withReconnection(changed);
        return name.startsWith("reconnection") || name.equals("randomizationFactor");
    }

    /** What is on or off; false where the name is none of these. */
    private boolean toggle(String name, boolean on) {
        switch (name) {
            case "upgrade" -> upgrade = on;
            case "forceBase64" -> options.forceBase64 = on;
            case "tryAllTransports" -> options.tryAllTransports = on;
            case "rememberUpgrade" -> options.rememberUpgrade = on;
            case "withCredentials" -> options.withCredentials = on;
            case "addTrailingSlash" -> options.addTrailingSlash = on;
            case "rejectUnauthorized" -> options.insecure = !on;
            default -> {
                return false;
            }
        }
        return true;
    }
}

package io.sioscope.app.snippet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.JsonValues;
import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.client.SioUrl;
import io.sioscope.protocol.session.EngineChoice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the writers of snippets share. Pure. */
final class SnippetParts {
    private SnippetParts() {}

    /** Scheme, host and port, without path and query. */
    static String origin(ConnectSpec spec) {
        return SioUrl.of(spec.url()).base();
    }

    /** The URL of one namespace, as the clients of JavaScript and Java take it. */
    static String url(ConnectSpec spec, String namespace) {
        return namespace.equals("/") ? origin(spec) : origin(spec) + namespace;
    }

    /** The auth object, if there is one that is JSON. */
    static Optional<ObjectNode> auth(ConnectSpec spec) {
        return !spec.auth().isBlank()
                        && JsonValues.read(spec.auth()) instanceof JsonValues.Reading.Read read
                        && read.value() instanceof ObjectNode object
                        && !object.isEmpty()
                ? Optional.of(object)
                : Optional.empty();
    }

    /** Headers by name, values of a repeated name joined as HTTP joins them. */
    static Map<String, String> headers(ConnectSpec spec) {
        return spec.headers().stream()
                .collect(Collectors.toMap(Header::name, Header::value, (a, b) -> a + ", " + b, LinkedHashMap::new));
    }

    /** The query as it stands in a URL; variables are left readable. */
    static String query(ConnectSpec spec) {
        List<String> pairs = new ArrayList<>();
        spec.effectiveQuery().forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%7B%7B", "{{")
                .replace("%7D%7D", "}}");
    }

    static boolean older(ConnectSpec spec) {
        return spec.options().engine() == EngineChoice.V3;
    }

    /** The path with a slash at its end, if it is not the default. */
    static Optional<String> path(ConnectSpec spec) {
        String path = spec.path().endsWith("/") ? spec.path() : spec.path() + "/";
        return path.equals("/socket.io/") ? Optional.empty() : Optional.of(path);
    }

    /** A text in double quotes as JavaScript, Java and Python read it. */
    static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    /** A name for the variable of a namespace's socket. */
    static String variable(String namespace) {
        String letters = namespace.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return letters.isEmpty() || Character.isDigit(letters.charAt(0)) ? "socket" + letters : letters;
    }

    /** A value of an auth object as one text. */
    static String asText(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }
}

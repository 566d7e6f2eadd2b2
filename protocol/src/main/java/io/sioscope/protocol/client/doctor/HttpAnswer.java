package io.sioscope.protocol.client.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.capture.Header;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An HTTP answer.
 *
 * @param status 100 to 599
 * @param headers in their order
 * @param body as far as it was read
 */
record HttpAnswer(int status, List<Header> headers, Bytes body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MAX_ERROR_JSON = 10_000;
    private static final int START = 120;

    HttpAnswer {
        headers = List.copyOf(headers);
    }

    /**
     * Engine.IO's own refusal.
     *
     * @param code 0 to 5
     * @param message the server's words
     */
    record Refusal(int code, String message) {}

    /** A header's value, the first one of that name; blank where there is none. */
    String header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    /** The name of a cookie that was set, and its value: what a client sends back. */
    Stream<String> cookies() {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("set-cookie"))
                .map(header -> header.value().replaceFirst(";.*", "").strip())
                .filter(pair -> pair.indexOf('=') > 0);
    }

    /** What the answering program calls itself, a proxy's name before the server's; blank where nothing is said. */
    String program() {
        String via = header("via");
        String server = header("server");
        return via.isEmpty() ? server : server.isEmpty() ? via : server + ", " + via;
    }

    /** The refusal that only an Engine.IO server writes: {@code {"code":0,"message":"…"}}. */
    Optional<Refusal> refusal() {
        if (body.length() > MAX_ERROR_JSON || body.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode error = JSON.readTree(body.utf8());
            return error.path("code").isInt() && error.path("message").isTextual()
                    ? Optional.of(new Refusal(
                            error.path("code").intValue(), error.path("message").textValue()))
                    : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** The start of the body on one line. */
    String start() {
        String text = body.utf8(0, Math.min(body.length(), 4 * START)).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return text.length() > START ? text.substring(0, START) + "…" : text;
    }
}

package io.sioscope.app.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureEvent.LinkChange;
import io.sioscope.protocol.capture.Header;
import java.util.ArrayList;
import java.util.List;

/**
 * Details as the JSON fields that captures hold, native or in lines. Times are microseconds since 1970. Reading never
 * throws: what is missing or of another type gets a neutral value. Pure; any thread.
 */
public final class DetailsJson {
    private static final int MAX_HEADER_CHARS = 64 * 1024;

    private DetailsJson() {}

    /** The fields; an empty object for {@link Details#NONE}. */
    public static ObjectNode write(Details details) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        switch (details) {
            case Details.None none -> {}
            case Details.Http http -> http(http, out);
            case Details.Link link -> link(link.change(), out);
            case Details.Fault fault ->
                out.put("code", fault.code()).put("offset", fault.offset()).put("detail", cut(fault.detail()));
            case Details.Gap gap ->
                out.put("events", gap.events()).put("bytes", gap.bytes()).put("untilUs", gap.untilNanos() / 1_000);
        }
        return out;
    }

    private static void http(Details.Http http, ObjectNode out) {
        out.put("method", cut(http.method()))
                .put("target", cut(http.target()))
                .put("url", cut(http.url()))
                .put("status", http.status());
        headers(http.requestHeaders(), out.putArray("requestHeaders"));
        headers(http.responseHeaders(), out.putArray("responseHeaders"));
        out.put("requestBytes", http.requestBytes())
                .put("responseBytes", http.responseBytes())
                .put("startedUs", http.startedNanos() / 1_000);
    }

    private static void headers(List<Header> headers, ArrayNode out) {
        int chars = 0;
        for (Header header : headers) {
            chars += header.name().length() + header.value().length();
            if (chars > MAX_HEADER_CHARS) {
                return;
            }
            out.addObject().put("name", header.name()).put("value", header.value());
        }
    }

    private static void link(LinkChange change, ObjectNode out) {
        switch (change) {
            case LinkChange.Opened opened ->
                out.put("url", cut(opened.url())).put("engineVersion", opened.engineVersion());
            case LinkChange.Upgraded upgraded ->
                out.put("from", upgraded.from().label()).put("to", upgraded.to().label());
            case LinkChange.Closed closed ->
                out.put("reason", cut(closed.reason())).put("detail", cut(closed.detail()));
            case LinkChange.Failed failed ->
                out.put("url", cut(failed.url())).put("message", cut(failed.message()));
            case LinkChange.Reconnecting again ->
                out.put("attempt", again.attempt()).put("delayMs", again.delayMs());
        }
    }

    private static String cut(String text) {
        return text.length() <= Entry.MAX_TEXT ? text : text.substring(0, Entry.MAX_TEXT - 1) + "…";
    }

    /** The details of a row of this layer and kind. Fields that belong to nothing are passed over. */
    public static Details read(Layer layer, String kind, JsonNode in) {
        return switch (layer) {
            case SOCKETIO, ENGINEIO -> Details.NONE;
            case HTTP -> readHttp(in);
            case LINK -> readLink(kind, in);
            case FAULT ->
                new Details.Fault(
                        in.path("code").asText(""),
                        Math.max(0, in.path("offset").asInt(0)),
                        in.path("detail").asText(""));
            case GAP ->
                new Details.Gap(
                        in.path("events").asLong(0),
                        in.path("bytes").asLong(0),
                        in.path("untilUs").asLong(0) * 1_000);
        };
    }

    private static Details readHttp(JsonNode in) {
        return new Details.Http(
                in.path("method").asText(""),
                in.path("target").asText(""),
                in.path("url").asText(""),
                in.path("status").asInt(0),
                readHeaders(in.path("requestHeaders")),
                readHeaders(in.path("responseHeaders")),
                in.path("requestBytes").asLong(0),
                in.path("responseBytes").asLong(0),
                in.path("startedUs").asLong(0) * 1_000);
    }

    /** Headers from an array of {@code {"name":…,"value":…}}, as HAR writes them too. */
    public static List<Header> readHeaders(JsonNode in) {
        List<Header> headers = new ArrayList<>();
        for (JsonNode each : in) {
            if (each.path("name").isTextual()) {
                headers.add(new Header(
                        each.path("name").textValue(), each.path("value").asText("")));
            }
        }
        return headers;
    }

    private static Details readLink(String kind, JsonNode in) {
        return switch (kind) {
            case "opened" ->
                new Details.Link(new LinkChange.Opened(
                        in.path("url").asText(""), in.path("engineVersion").asInt(4)));
            case "upgraded" ->
                new Details.Link(new LinkChange.Upgraded(
                        transport(in.path("from"), Transport.POLLING), transport(in.path("to"), Transport.WEBSOCKET)));
            case "closed" ->
                new Details.Link(new LinkChange.Closed(
                        in.path("reason").asText(""), in.path("detail").asText("")));
            case "failed" ->
                new Details.Link(new LinkChange.Failed(
                        in.path("url").asText(""), in.path("message").asText("")));
            case "reconnecting" ->
                new Details.Link(new LinkChange.Reconnecting(
                        in.path("attempt").asInt(0), in.path("delayMs").asLong(0)));
            default -> Details.NONE;
        };
    }

    private static Transport transport(JsonNode in, Transport otherwise) {
        return Transport.of(in.asText("")).orElse(otherwise);
    }
}

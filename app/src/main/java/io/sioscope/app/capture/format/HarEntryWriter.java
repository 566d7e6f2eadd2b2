package io.sioscope.app.capture.format;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sioscope.app.capture.Details;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.capture.Header;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes single entries of a HAR, with every field that version 1.2 asks for. Belongs to one thread. */
final class HarEntryWriter {
    private final JsonGenerator out;

    HarEntryWriter(JsonGenerator out) {
        this.out = out;
    }

    void polling(HarLink link, HarExchange exchange, HarPayload payload) throws IOException {
        boolean up = exchange.http.method().equalsIgnoreCase("POST");
        String url = exchange.http.url().isEmpty() ? absolute(link, exchange.http.target()) : exchange.http.url();
        out.writeStartObject();
        start(exchange.fromNanos, exchange.untilNanos, "xhr");
        request(exchange.http.method(), url, exchange.http, up ? payload : new HarPayload());
        response(exchange.http, up ? new HarPayload() : payload);
        end(link);
        if (!payload.isEmpty()) {
            out.writeArrayFieldStart("_timesUs");
            for (long time : payload.timesUs()) {
                out.writeNumber(time);
            }
            out.writeEndArray();
        }
        if (exchange.madeUp) {
            out.writeBooleanField("_madeUp", true);
        }
        out.writeEndObject();
    }

    private static String absolute(HarLink link, String target) {
        String url = link.url("http", "polling");
        return url.substring(0, url.indexOf('/', url.indexOf("://") + 3)) + target;
    }

    void startSocket(HarLink link, long fromNanos, long untilNanos) throws IOException {
        Details.Http http = new Details.Http("GET", "", "", 101, List.of(), List.of(), 0, 0, fromNanos);
        out.writeStartObject();
        start(fromNanos, untilNanos, "websocket");
        request("GET", link.url("ws", "websocket"), http, new HarPayload());
        response(http, new HarPayload());
        end(link);
        out.writeArrayFieldStart("_webSocketMessages");
    }

    /** One message, as Chrome writes it: seen from the browser, seconds, and base64 where the opcode is 2. */
    void message(Direction direction, long timeNanos, Bytes data, boolean binary) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", direction == Direction.TO_SERVER ? "send" : "receive");
        out.writeFieldName("time");
        out.writeNumber(Times.seconds(timeNanos));
        out.writeNumberField("opcode", binary ? 2 : 1);
        @Nullable String text = binary ? CompactJson.base64(data) : CaptureLineWriter.textOrNull(data);
        out.writeStringField("data", text == null ? data.utf8() : text);
        if (text == null) {
            out.writeStringField("_base64", CompactJson.base64(data));
        }
        out.writeEndObject();
    }

    void endSocket() throws IOException {
        out.writeEndArray();
        out.writeEndObject();
    }

    private void start(long fromNanos, long untilNanos, String type) throws IOException {
        out.writeStringField("_resourceType", type);
        out.writeStringField("startedDateTime", Times.iso(fromNanos));
        out.writeNumberField("time", (untilNanos - fromNanos) / 1_000 / 1e3);
    }

    private void request(String method, String url, Details.Http http, HarPayload payload) throws IOException {
        out.writeObjectFieldStart("request");
        out.writeStringField("method", method.toUpperCase(Locale.ROOT));
        out.writeStringField("url", url);
        common(http.requestHeaders());
        out.writeArrayFieldStart("queryString");
        int query = url.indexOf('?');
        for (HarUrl.Parameter parameter : HarUrl.parameters(query < 0 ? "" : url.substring(query + 1))) {
            out.writeStartObject();
            out.writeStringField("name", parameter.name());
            out.writeStringField("value", parameter.value());
            out.writeEndObject();
        }
        out.writeEndArray();
        if (!payload.isEmpty()) {
            out.writeObjectFieldStart("postData");
            out.writeStringField("mimeType", "text/plain;charset=UTF-8");
            text(payload.body());
            out.writeEndObject();
        }
        sizes(http.requestBytes());
    }

    private void response(Details.Http http, HarPayload payload) throws IOException {
        out.writeObjectFieldStart("response");
        out.writeNumberField("status", http.status());
        out.writeStringField("statusText", http.status() == 101 ? "Switching Protocols" : "");
        common(http.responseHeaders());
        Bytes body = payload.body();
        out.writeObjectFieldStart("content");
        out.writeNumberField("size", payload.isEmpty() ? http.responseBytes() : body.length());
        out.writeStringField("mimeType", "text/plain; charset=UTF-8");
        if (!payload.isEmpty()) {
            text(body);
        }
        out.writeEndObject();
        out.writeStringField("redirectURL", "");
        sizes(http.responseBytes());
    }

    private void text(Bytes body) throws IOException {
        @Nullable String text = CaptureLineWriter.textOrNull(body);
        out.writeStringField("text", text == null ? CompactJson.base64(body) : text);
        if (text == null) {
            out.writeStringField("encoding", "base64");
        }
    }

    private void common(List<Header> headers) throws IOException {
        out.writeStringField("httpVersion", "HTTP/1.1");
        out.writeArrayFieldStart("cookies");
        out.writeEndArray();
        out.writeArrayFieldStart("headers");
        for (Header header : headers) {
            out.writeStartObject();
            out.writeStringField("name", header.name());
            out.writeStringField("value", header.value());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void sizes(long body) throws IOException {
        out.writeNumberField("headersSize", -1);
        out.writeNumberField("bodySize", body);
        out.writeEndObject();
    }

    private void end(HarLink link) throws IOException {
        out.writeObjectFieldStart("cache");
        out.writeEndObject();
        out.writeObjectFieldStart("timings");
        out.writeNumberField("send", 0);
        out.writeNumberField("wait", 0);
        out.writeNumberField("receive", 0);
        out.writeEndObject();
        out.writeStringField("_session", link.session);
        out.writeStringField("_link", link.link);
    }
}

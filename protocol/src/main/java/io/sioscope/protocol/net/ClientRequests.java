package io.sioscope.protocol.net;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.engineio.EngineFraming;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** The targets and headers of one session's requests. One thread. */
final class ClientRequests {
    private final ClientLinkOptions options;
    private final ClientCookies cookies = new ClientCookies();
    private int sent;

    ClientRequests(ClientLinkOptions options) {
        this.options = options;
    }

    /** Path and query. {@code sid} is empty before the session is open. */
    String target(EngineFraming framing, Transport transport, String sid) {
        StringJoiner query = new StringJoiner("&", options.path() + "?", "");
        options.query().forEach((name, value) -> query.add(encode(name) + "=" + encode(value)));
        query.add("EIO=" + framing.version().number()).add("transport=" + transport.label());
        if (transport == Transport.POLLING) {
            query.add("t=" + Long.toString(System.currentTimeMillis(), 36) + "-" + Integer.toString(sent++, 36));
        }
        if (framing.base64() && (sid.isEmpty() || transport == Transport.WEBSOCKET)) {
            query.add("b64=1");
        }
        if (!sid.isEmpty()) {
            query.add("sid=" + encode(sid));
        }
        return query.toString();
    }

    /** Headers that every request carries; the user's stand in place of ours. */
    HttpHeaders headers() {
        HttpHeaders headers = new DefaultHttpHeaders();
        headers.set(HttpHeaderNames.HOST, options.authority());
        headers.set(HttpHeaderNames.ACCEPT, "*/*");
        headers.set(HttpHeaderNames.USER_AGENT, "Sioscope");
        options.headers().forEach(header -> headers.remove(header.name()));
        options.headers().forEach(header -> headers.add(header.name(), header.value()));
        String kept = cookies.header(System.currentTimeMillis());
        if (!kept.isEmpty()) {
            List<String> all = new ArrayList<>(headers.getAll(HttpHeaderNames.COOKIE));
            all.add(kept);
            headers.set(HttpHeaderNames.COOKIE, String.join("; ", all));
        }
        return headers;
    }

    /** Takes the cookies of an answer. */
    void remember(HttpHeaders answer) {
        if (options.cookies()) {
            cookies.remember(answer.getAll(HttpHeaderNames.SET_COOKIE), System.currentTimeMillis());
        }
    }

    static List<Header> listed(HttpHeaders headers) {
        List<Header> list = new ArrayList<>(headers.size());
        headers.forEach(entry -> list.add(new Header(entry.getKey(), entry.getValue())));
        return list;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

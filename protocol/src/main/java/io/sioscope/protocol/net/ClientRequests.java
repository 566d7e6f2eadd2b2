package io.sioscope.protocol.net;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.cookie.ClientCookieDecoder;
import io.netty.handler.codec.http.cookie.Cookie;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.Header;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The targets and headers of one session's requests. Keeps the cookies that the server sets, for load balancers that pin a
 * session by one; they last as long as the session. One thread.
 */
final class ClientRequests {
    private static final int MAX_COOKIES = 50;

    private final ClientLinkOptions options;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private int sent;

    ClientRequests(ClientLinkOptions options) {
        this.options = options;
    }

    /** Path and query. {@code sid} is empty before the session is open. */
    String target(Transport transport, String sid) {
        StringJoiner query = new StringJoiner("&", options.path() + "?", "");
        options.query().forEach((name, value) -> query.add(encode(name) + "=" + encode(value)));
        query.add("EIO=4").add("transport=" + transport.label());
        if (transport == Transport.POLLING) {
            query.add("t=" + Long.toString(System.currentTimeMillis(), 36) + "-" + Integer.toString(sent++, 36));
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
        if (!cookies.isEmpty()) {
            StringJoiner pairs = new StringJoiner("; ");
            cookies.forEach((name, value) -> pairs.add(name + "=" + value));
            headers.set(HttpHeaderNames.COOKIE, pairs.toString());
        }
        options.headers().forEach(header -> headers.remove(header.name()));
        options.headers().forEach(header -> headers.add(header.name(), header.value()));
        return headers;
    }

    /** Keeps what an answer sets, and forgets what it takes back. */
    void remember(HttpHeaders answer) {
        for (String line : answer.getAll(HttpHeaderNames.SET_COOKIE)) {
            Cookie cookie = ClientCookieDecoder.LAX.decode(line);
            if (cookie == null) {
                continue;
            }
            boolean gone = cookie.maxAge() != Cookie.UNDEFINED_MAX_AGE && cookie.maxAge() <= 0;
            if (gone) {
                cookies.remove(cookie.name());
            } else if (cookies.size() < MAX_COOKIES && (!cookie.isSecure() || options.secure())) {
                cookies.put(cookie.name(), cookie.value());
            }
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

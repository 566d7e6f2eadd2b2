package io.sioscope.emulator.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.sioscope.protocol.Bytes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers requests for the files of the JavaScript client (socket.io 4.8, index.ts, serve). Any loop. */
final class ClientFiles {
    private final String prefix;
    private final ClientBundle bundle;

    ClientFiles(String path, ClientBundle bundle) {
        this.prefix = path.endsWith("/") ? path : path + "/";
        this.bundle = bundle;
    }

    /**
     * Answers if one of the files is asked for, whatever the method, as the reference does; but where pages of other origins
     * are let in, OPTIONS asks what they may do.
     */
    boolean answer(HttpExchange exchange, @Nullable Cors cors) {
        String target = exchange.target().raw();
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        if (!path.startsWith(prefix) || !ClientBundle.isName(path.substring(prefix.length()))) {
            return false;
        }
        if (cors != null && exchange.head().method().equals(HttpMethod.OPTIONS)) {
            exchange.answerPreflight(cors);
        } else {
            answer(exchange, path.substring(prefix.length()));
        }
        return true;
    }

    private void answer(HttpExchange exchange, String name) {
        HttpHeaders asked = exchange.head().headers();
        Optional<Bytes> file = bundle.file(name);
        if (file.isEmpty()) {
            exchange.answer(404, "text/plain; charset=utf-8", Bytes.utf8(bundle.sentence()), Map.of());
            return;
        }
        String known = asked.get(HttpHeaderNames.IF_NONE_MATCH, "");
        if (known.equals(bundle.etag()) || known.equals("W/" + bundle.etag())) {
            exchange.answerEmpty(304);
            return;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("cache-control", "public, max-age=0");
        headers.put("etag", bundle.etag());
        Optional<String> coding = AcceptEncoding.best(asked, bundle.codings(name));
        Bytes body = coding.map(it -> bundle.compressed(name, it)).orElse(file.get());
        coding.ifPresent(it -> headers.put("content-encoding", it));
        headers.put("vary", "Accept-Encoding");
        exchange.answer(200, "application/" + (name.endsWith(".map") ? "json" : "javascript") + "; charset=utf-8", body, headers);
    }
}

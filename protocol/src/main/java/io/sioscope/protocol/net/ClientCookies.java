package io.sioscope.protocol.net;

import io.netty.handler.codec.http.cookie.ClientCookieDecoder;
import io.netty.handler.codec.http.cookie.Cookie;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of one session, for load balancers that pin it by one (engine.io-client 6.6, CookieJar). As there, a cookie
 * goes back to whoever set it, whatever its path, domain and flags say: the jar knows one server and lives as long as the
 * session. One thread.
 */
final class ClientCookies {
    private static final int MAX_COOKIES = 50;
    private static final long NEVER = Long.MAX_VALUE;

    private final Map<String, Kept> kept = new LinkedHashMap<>();

    private record Kept(String value, long expiresMs) {}

    /** Keeps what the {@code Set-Cookie} lines of an answer set, and forgets what they take back. */
    void remember(List<String> lines, long nowMs) {
        for (String line : lines) {
            Cookie cookie = decode(line);
            if (cookie == null) {
                continue;
            }
            boolean timed = cookie.maxAge() != Cookie.UNDEFINED_MAX_AGE;
            if (timed && cookie.maxAge() <= 0) {
                kept.remove(cookie.name());
            } else if (kept.containsKey(cookie.name()) || kept.size() < MAX_COOKIES) {
                kept.put(cookie.name(), new Kept(cookie.value(), timed ? end(nowMs, cookie.maxAge()) : NEVER));
            }
        }
    }

    /** Netty's decoder gives null for most broken lines, and throws for some. */
    private static @Nullable Cookie decode(String line) {
        try {
            return ClientCookieDecoder.LAX.decode(line);
        } catch (IllegalArgumentException broken) {
            return null;
        }
    }

    private static long end(long nowMs, long seconds) {
        long millis = TimeUnit.SECONDS.toMillis(seconds);
        return millis > NEVER - nowMs ? NEVER : nowMs + millis;
    }

    /** The value of a {@code Cookie} header; empty where nothing is kept. What has expired is forgotten. */
    String header(long nowMs) {
        kept.values().removeIf(cookie -> cookie.expiresMs() <= nowMs);
        StringJoiner pairs = new StringJoiner("; ");
        kept.forEach((name, cookie) -> pairs.add(name + "=" + cookie.value()));
        return pairs.toString();
    }
}

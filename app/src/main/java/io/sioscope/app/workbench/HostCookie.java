package io.sioscope.app.workbench;

import io.sioscope.emulator.http.SessionCookie;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host's cookie as people know it from the header {@code Set-Cookie}: {@code io; Path=/; SameSite=Lax; Secure; Max-Age=3600}.
 * {@code HttpOnly} is on as in the reference, and {@code HttpOnly=false} takes it away. Pure.
 */
final class HostCookie {
    private static final Pattern SAME_SITE = Pattern.compile("(?i)lax|strict|none");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private HostCookie() {}

    /** The cookie; empty where the text is none. */
    static Optional<SessionCookie> read(String text) {
        String[] parts = text.strip().split("\\s*;\\s*", -1);
        try {
            SessionCookie cookie = SessionCookie.named(parts[0]);
            for (int i = 1; i < parts.length; i++) {
                Optional<SessionCookie> more = with(cookie, parts[i]);
                if (more.isEmpty()) {
                    return Optional.empty();
                }
                cookie = more.get();
            }
            return Optional.of(cookie);
        } catch (IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private static Optional<SessionCookie> with(SessionCookie cookie, String attribute) {
        int equals = attribute.indexOf('=');
        String name = equals < 0 ? attribute : attribute.substring(0, equals);
        String value = equals < 0 ? "" : attribute.substring(equals + 1);
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "path" -> given(!value.isEmpty(), copy(cookie, value, cookie.httpOnly(), cookie.sameSite(), cookie.secure()));
            case "samesite" ->
                given(
                        SAME_SITE.matcher(value).matches(),
                        copy(cookie, cookie.path(), cookie.httpOnly(), value.isEmpty() ? "Lax" : value, cookie.secure()));
            case "httponly" ->
                given(
                        value.isEmpty() || value.equals("false"),
                        copy(cookie, cookie.path(), value.isEmpty(), cookie.sameSite(), cookie.secure()));
            case "secure" ->
                given(value.isEmpty(), copy(cookie, cookie.path(), cookie.httpOnly(), cookie.sameSite(), true));
            case "max-age" -> SECONDS.matcher(value).matches() ? Optional.of(lasting(cookie, value)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<SessionCookie> given(boolean valid, SessionCookie cookie) {
        return valid ? Optional.of(cookie) : Optional.empty();
    }

    private static SessionCookie lasting(SessionCookie cookie, String seconds) {
        return new SessionCookie(
                cookie.name(),
                cookie.path(),
                cookie.httpOnly(),
                cookie.sameSite(),
                cookie.secure(),
                Optional.of(Duration.ofSeconds(Long.parseLong(seconds))));
    }

    private static SessionCookie copy(
            SessionCookie cookie, String path, boolean httpOnly, String sameSite, boolean secure) {
        return new SessionCookie(cookie.name(), path, httpOnly, sameSite, secure, cookie.maxAge());
    }
}

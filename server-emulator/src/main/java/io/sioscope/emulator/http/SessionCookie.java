package io.sioscope.emulator.http;

import java.time.Duration;
import java.util.Optional;

/**
 * The cookie that names a session, for load balancers that keep a client at one server ({@code cookie} of the Node server).
 *
 * @param name its name, {@code io} as a rule
 * @param path where it is sent to; {@code /} in the reference
 * @param httpOnly whether scripts cannot read it
 * @param sameSite {@code Lax}, {@code Strict} or {@code None}
 * @param secure whether it travels over TLS only
 * @param maxAge how long it lives; empty for as long as the browser
 */
public record SessionCookie(
        String name, String path, boolean httpOnly, String sameSite, boolean secure, Optional<Duration> maxAge) {
    /** Refuses what would break the header. */
    public SessionCookie {
        if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+") || !path.matches("[ -:<-~]*") || !sameSite.matches("[A-Za-z]+")) {
            throw new IllegalArgumentException("a cookie's name, path and SameSite are plain text without semicolons");
        }
    }

    /** With the reference's attributes: the whole site, not for scripts, lax. */
    public static SessionCookie named(String name) {
        return new SessionCookie(name, "/", true, "Lax", false, Optional.empty());
    }

    /** The header's value for a session. */
    String header(String sid) {
        StringBuilder text = new StringBuilder(name).append('=').append(sid);
        maxAge.ifPresent(age -> text.append("; Max-Age=").append(age.toSeconds()));
        text.append("; Path=").append(path);
        if (httpOnly) {
            text.append("; HttpOnly");
        }
        if (secure) {
            text.append("; Secure");
        }
        return text.append("; SameSite=").append(sameSite).toString();
    }
}

package io.sioscope.app.capture;

import io.sioscope.protocol.Direction;
import io.sioscope.protocol.capture.Header;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A kind of thing in a capture that its owner may not want to hand on. */
public enum Secret {
    /** The auth object that a client sends when it asks for a namespace. */
    AUTH,
    /** Cookies, sent or set. */
    COOKIES,
    /** Authorization headers. */
    AUTHORIZATION;

    /** The secrets that an entry holds. The body's bytes need not be there, the place of the arguments in them must. */
    static Set<Secret> in(Entry entry) {
        return switch (entry.layer()) {
            case SOCKETIO -> isAuth(entry) ? EnumSet.of(AUTH) : Set.of();
            case HTTP -> entry.details() instanceof Details.Http http ? in(http) : Set.of();
            case ENGINEIO, LINK, FAULT, GAP -> Set.of();
        };
    }

    /** An empty object is two bytes long, and no secret. */
    private static boolean isAuth(Entry entry) {
        return entry.kind().equals("connect")
                && entry.direction() == Direction.TO_SERVER
                && entry.body().argumentsTo() - entry.body().argumentsFrom() > 2;
    }

    private static Set<Secret> in(Details.Http http) {
        EnumSet<Secret> found = EnumSet.noneOf(Secret.class);
        collect(http.requestHeaders(), found);
        collect(http.responseHeaders(), found);
        return found;
    }

    private static void collect(List<Header> headers, EnumSet<Secret> found) {
        for (Header header : headers) {
            String name = header.name().toLowerCase(Locale.ROOT);
            switch (name) {
                case "cookie", "set-cookie" -> found.add(COOKIES);
                case "authorization", "proxy-authorization" -> found.add(AUTHORIZATION);
                default -> {}
            }
        }
    }
}

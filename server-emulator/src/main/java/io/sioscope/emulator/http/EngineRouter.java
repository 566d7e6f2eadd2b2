package io.sioscope.emulator.http;

import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.Transport;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a request asks for, by its head alone, with the reference's checks in the reference's order: transport, origin,
 * session, method (engine.io 6.6, server.ts, verify). The revision of a new session comes last, behind the application's own say:
 * see {@link #serves}. Pure but for the look into the table of sessions.
 */
final class EngineRouter {
    private final EngineOptions options;
    private final Map<String, EngineLink> sessions;

    EngineRouter(EngineOptions options, Map<String, EngineLink> sessions) {
        this.options = options;
        this.sessions = sessions;
    }

    /** {@code upgrade} says whether the request would become a WebSocket. */
    EngineRoute route(String method, RequestTarget target, boolean upgrade, @Nullable String origin) {
        if (!target.path().startsWith(options.path())) {
            return new EngineRoute.NotFound();
        }
        if (options.cors() != null && method.equals("OPTIONS")) {
            return new EngineRoute.Preflight(options.cors());
        }
        Transport transport = Transport.of(target.parameter("transport")).orElse(null);
        if (transport == null || !options.transports().contains(transport)) {
            return new EngineRoute.Refused(EngineError.UNKNOWN_TRANSPORT);
        }
        if (origin != null && !isHeaderText(origin)) {
            return new EngineRoute.Refused(EngineError.BAD_REQUEST);
        }
        String sid = target.query().get("sid");
        return sid == null || sid.isEmpty()
                ? opening(method, target, transport, upgrade)
                : existing(method, sessions.get(sid), transport, upgrade, version(target));
    }

    /** Whether sessions of a revision may be opened. */
    boolean serves(EngineVersion version) {
        return version == EngineVersion.V4 || options.allowEio3();
    }

    /** The revision that a request is of: 4 if it says so. */
    static EngineVersion version(RequestTarget target) {
        return target.parameter("EIO").equals("4") ? EngineVersion.V4 : EngineVersion.V3;
    }

    private static boolean isHeaderText(String value) {
        return value.chars().allMatch(c -> c == '\t' || c >= 0x20 && c <= 0xff && c != 0x7f);
    }

    private EngineRoute opening(String method, RequestTarget target, Transport transport, boolean upgrade) {
        if (!method.equals("GET")) {
            return new EngineRoute.Refused(EngineError.BAD_HANDSHAKE_METHOD);
        }
        if (transport == Transport.WEBSOCKET) {
            return upgrade
                    ? new EngineRoute.Open(true, version(target))
                    : new EngineRoute.Refused(EngineError.BAD_REQUEST);
        }
        return upgrade ? new EngineRoute.Unfit(version(target)) : new EngineRoute.Open(false, version(target));
    }

    private static EngineRoute existing(
            String method, @Nullable EngineLink link, Transport transport, boolean upgrade, EngineVersion version) {
        if (link == null) {
            return new EngineRoute.Refused(EngineError.UNKNOWN_SID);
        }
        if (link.request().version() != version) {
            return new EngineRoute.Refused(EngineError.BAD_REQUEST);
        }
        if (upgrade) {
            return transport == Transport.WEBSOCKET ? new EngineRoute.Probe(link) : new EngineRoute.Unfit(version);
        }
        if (link.transport() != transport || transport == Transport.WEBSOCKET) {
            return new EngineRoute.Refused(EngineError.BAD_REQUEST);
        }
        return switch (method) {
            case "GET" -> new EngineRoute.Poll(link);
            case "POST" -> new EngineRoute.Post(link);
            default -> new EngineRoute.WrongMethod();
        };
    }
}

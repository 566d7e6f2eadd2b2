package io.sioscope.emulator.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an application has its say in on the HTTP side.
 *
 * @param allowRequest decides who may open a session, or null for everybody
 * @param cookie names a session to load balancers, or null for none
 * @param middlewares look at every request first, in order
 * @param listeners hear of answers and refusals; one that throws is logged and does not keep the others from hearing
 */
public record EngineHooks(
        @Nullable AllowRequest allowRequest,
        @Nullable SessionCookie cookie,
        List<EngineMiddleware> middlewares,
        List<EngineListener> listeners) {
    private static final Logger LOG = LoggerFactory.getLogger(EngineHooks.class);

    /** Keeps copies of the lists. */
    public EngineHooks {
        middlewares = List.copyOf(middlewares);
        listeners = List.copyOf(listeners);
    }

    /** The headers that an answer to a session's request gets beside its own; the cookie is for polling, as in the reference. */
    Map<String, String> headers(String sid, HandshakeRequest request, boolean first) {
        Map<String, String> own =
                first && cookie != null ? Map.of("Set-Cookie", cookie.header(sid)) : Map.of();
        return told(own, request, first);
    }

    /** As {@link #headers}, for the answer that opens a WebSocket. */
    Map<String, String> upgradeHeaders(HandshakeRequest request, boolean first) {
        return told(Map.of(), request, first);
    }

    private Map<String, String> told(Map<String, String> own, HandshakeRequest request, boolean first) {
        if (listeners.isEmpty()) {
            return own;
        }
        Map<String, String> headers = new LinkedHashMap<>(own);
        if (first) {
            tell(listener -> listener.initialHeaders(headers, request));
        }
        tell(listener -> listener.headers(headers, request));
        return headers;
    }

    void refused(String url, int code, String message) {
        tell(listener -> listener.connectionError(url, code, message));
    }

    private void tell(Consumer<EngineListener> message) {
        for (EngineListener listener : listeners) {
            try {
                message.accept(listener);
            } catch (RuntimeException | AssertionError | StackOverflowError failure) {
                LOG.error("an engine listener failed", failure);
            }
        }
    }
}

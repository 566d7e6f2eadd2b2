package io.sioscope.emulator.http;

import java.util.Map;

/** Hears of the HTTP side and may add headers ({@code io.engine.on} of the Node server). On event loops; must not block. */
public interface EngineListener {
    /** The first answer of a session is about to go out ({@code initial_headers}); headers may be added and replaced. */
    default void initialHeaders(Map<String, String> headers, HandshakeRequest request) {}

    /** An answer of a session is about to go out ({@code headers}); headers may be added and replaced. */
    default void headers(Map<String, String> headers, HandshakeRequest request) {}

    /**
     * A request was refused ({@code connection_error}).
     *
     * @param url path and query as requested
     * @param code the reference's code, 0 to 5
     * @param message the reference's words for it, or those of {@link AllowRequest}
     */
    default void connectionError(String url, int code, String message) {}
}

package io.sioscope.emulator.http;

import java.util.Map;

/**
 * Has its say in every request of the path, those of polls and upgrades too, before anything else looks at it ({@code io.engine.use}
 * of the Node server).
 */
@FunctionalInterface
public interface EngineMiddleware {
    /**
     * Looks at a request and then, now or later and from any thread, calls one method of {@code next} once. Runs on an event loop
     * and must not block; the request's body waits. One that throws refuses the request.
     *
     * @param request what is asked for
     * @param headers what the answer will have beside its own; to be changed before {@code next} is called
     */
    void accept(HandshakeRequest request, Map<String, String> headers, Next next);

    /** The decision. Calls after the first have no effect. */
    interface Next {
        /** Hands on to the next middleware or, after the last, to the server. */
        void proceed();

        /** Refuses: status 400 and the reference's {@code Bad request}, code 3. */
        void refuse();

        /** Answers in the server's place; an upgrade is refused with this status. */
        void answer(int status, String contentType, String body);
    }
}

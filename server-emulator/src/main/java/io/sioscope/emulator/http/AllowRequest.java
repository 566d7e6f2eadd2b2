package io.sioscope.emulator.http;

/** Decides whether a client may open a session ({@code allowRequest} of the Node server). */
@FunctionalInterface
public interface AllowRequest {
    /**
     * Looks at the request that would open a session and then, now or later and from any thread, calls {@code verdict} once.
     * Runs on an event loop and must not block.
     */
    void decide(HandshakeRequest request, Verdict verdict);

    /** The decision. Calls after the first have no effect. */
    interface Verdict {
        /** Opens the session. */
        void allow();

        /** Refuses it with this message: status 403 and code 4. */
        void refuse(String message);

        /** Refuses it with the reference's message. */
        default void refuse() {
            refuse(EngineError.FORBIDDEN.message());
        }
    }
}

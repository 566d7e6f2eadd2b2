package io.sioscope.emulator.server;

import java.io.Serial;

/** An acknowledgement that will not come. */
public final class AckException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Why not; the messages are those of the reference. */
    public enum Reason {
        /** The time ran out. */
        TIMEOUT("operation has timed out"),
        /** The socket disconnected first. */
        DISCONNECTED("socket has been disconnected");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }

    private final Reason reason;

    /** An expected end, without a stack trace. */
    public AckException(Reason reason) {
        super(reason.text, null, false, false);
        this.reason = reason;
    }

    /** Why the answer will not come. */
    public Reason reason() {
        return reason;
    }
}

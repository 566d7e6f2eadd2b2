package io.sioscope.protocol.client;

import java.io.Serial;

/** Why an acknowledgement will not come. The messages are the reference's. */
public abstract sealed class AckException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private AckException(String message) {
        super(message, null, false, false);
    }

    /** No acknowledgement in the time given. */
    public static final class TimedOut extends AckException {
        @Serial
        private static final long serialVersionUID = 1L;

        TimedOut() {
            super("operation has timed out");
        }
    }

    /** The event was sent, and the socket was disconnected before it was acknowledged. */
    public static final class Disconnected extends AckException {
        @Serial
        private static final long serialVersionUID = 1L;

        Disconnected() {
            super("socket has been disconnected");
        }
    }
}

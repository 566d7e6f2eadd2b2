package io.sioscope.protocol.session;

import io.sioscope.protocol.socketio.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * An event that an application wants to send.
 *
 * @param waiter wants an acknowledgement, or null
 * @param timeoutNanos how long it waits; {@link #DEFAULT_TIMEOUT} for as long as the options say, {@link #NO_TIMEOUT} for ever
 * @param compress whether it may be compressed where the transport can
 * @param droppable whether it is better lost than late ("volatile")
 */
public record ClientEmission(
        String event,
        Arguments arguments,
        @Nullable AckWaiter waiter,
        long timeoutNanos,
        boolean compress,
        boolean droppable) {
    /** As long as {@link ClientSocketOptions#ackTimeoutNanos} says. */
    public static final long DEFAULT_TIMEOUT = -1;

    /** For ever. */
    public static final long NO_TIMEOUT = 0;

    /** An event that asks for no acknowledgement. */
    public static ClientEmission of(String event, Arguments arguments) {
        return new ClientEmission(event, arguments, null, DEFAULT_TIMEOUT, true, false);
    }

    /** The same with other arguments. */
    public ClientEmission with(Arguments changed) {
        return new ClientEmission(event, changed, waiter, timeoutNanos, compress, droppable);
    }

    /** The same, with another who waits. */
    ClientEmission with(AckWaiter changed) {
        return new ClientEmission(event, arguments, changed, timeoutNanos, compress, droppable);
    }

    /** Waits for an acknowledgement; one of the methods is called, once, but see {@link #hearsOfEnds()}. */
    public interface AckWaiter {
        /** It came. */
        void answered(Arguments arguments);

        /** It did not come in time. */
        void timedOut();

        /** The event was sent, and the socket was disconnected since. */
        void disconnected();

        /**
         * Whether {@link #disconnected()} is called. A callback without an error as its first parameter is forgotten in
         * place of it, unless there is a timeout (socket.io-client 4.8, Socket._clearAcks).
         */
        default boolean hearsOfEnds() {
            return true;
        }
    }
}

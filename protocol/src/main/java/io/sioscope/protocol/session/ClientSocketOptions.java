package io.sioscope.protocol.session;

/**
 * How the sockets of a client send (socket.io-client 4.8, SocketOptions).
 *
 * @param ackTimeoutNanos how long an acknowledgement is waited for where the emit does not say; {@link
 *     ClientEmission#NO_TIMEOUT} for ever
 * @param retries how often an event is sent again that was not acknowledged, from 0. Above 0, the events of a socket go one
 *     after the other, each when the one before it was acknowledged or given up
 */
public record ClientSocketOptions(long ackTimeoutNanos, int retries) {
    /** The reference's: no timeout, no retries. */
    public static final ClientSocketOptions DEFAULT = new ClientSocketOptions(ClientEmission.NO_TIMEOUT, 0);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public ClientSocketOptions {
        if (ackTimeoutNanos < 0 || retries < 0) {
            throw new IllegalArgumentException("a timeout and retries are not negative");
        }
    }
}

package io.sioscope.protocol.session;

/** What a client's session waits for. Values: usable as keys. */
public sealed interface ClientTimer {
    /** What concerns the engine of that number alone. */
    sealed interface OfEngine extends ClientTimer {
        /** The engine's number. */
        long engine();
    }

    /** The server's next sign of life. */
    record Heartbeat(long engine) implements OfEngine {}

    /** The client's next heartbeat, in revision 3. */
    record Ping(long engine) implements OfEngine {}

    /** The end of an upgrade. */
    record Probe(long engine) implements OfEngine {}

    /** The end of the wait for a server that speaks first, by which its revision shows. */
    record Settle(long engine) implements OfEngine {}

    /** The opening of the session. */
    record Connect() implements ClientTimer {}

    /** The next attempt to open it again. */
    record Reconnect() implements ClientTimer {}

    /** An acknowledgement. */
    record Ack(String namespace, long ackId) implements ClientTimer {}
}

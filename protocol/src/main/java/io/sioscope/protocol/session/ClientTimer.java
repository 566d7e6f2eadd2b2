package io.sioscope.protocol.session;

/** What a client's session waits for. Values: usable as keys. */
public sealed interface ClientTimer {
    /** The server's next heartbeat, awaited by the engine of that number. */
    record Heartbeat(long engine) implements ClientTimer {}

    /** The end of an upgrade that the engine of that number began. */
    record Probe(long engine) implements ClientTimer {}

    /** The opening of the session. */
    record Connect() implements ClientTimer {}

    /** The next attempt to open it again. */
    record Reconnect() implements ClientTimer {}

    /** An acknowledgement. */
    record Ack(String namespace, long ackId) implements ClientTimer {}
}

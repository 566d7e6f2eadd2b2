package io.sioscope.app.workbench;

import java.time.Duration;

/**
 * How long a server took to answer a client.
 *
 * @param kind what it answered
 * @param took from the question's way out to the answer's way in, without the time in queues of our own
 */
public record RoundTrip(Kind kind, Duration took) {

    /** What was answered. */
    public enum Kind {
        /** A heartbeat of Engine.IO 3, where the client asks: the network and the server's event loop. */
        HEARTBEAT,
        /** An event that asked for an acknowledgement: the application's work is in it. */
        ACK,
        /** The CONNECT to a namespace: the work of its middleware is in it. */
        CONNECT
    }
}

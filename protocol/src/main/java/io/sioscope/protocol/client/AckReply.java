package io.sioscope.protocol.client;

import io.sioscope.protocol.socketio.Arguments;

/** The answer that an event asked for; it can be given once, at any time. Any thread. */
public interface AckReply {
    /** The acknowledgement id of the wire, from 0. */
    long id();

    /** Whether an answer has been given. */
    boolean isSent();

    /**
     * Answers.
     *
     * @return whether this was the first answer; a later one is not sent, as in the reference
     * @throws IllegalArgumentException if a value cannot be written as JSON
     */
    boolean send(Object... values);

    /** As {@link #send(Object...)}, with arguments made before. */
    boolean send(Arguments arguments);
}

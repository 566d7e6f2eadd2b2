package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;

/** Answers one event that asked for an acknowledgement. Any thread, now or later; only the first answer is sent. */
public interface AckReply {
    /** The acknowledgement id that the client chose. */
    long id();

    /**
     * Answers with values as {@link Arguments#of} takes them.
     *
     * @return false if the event was answered before or the socket is gone
     * @throws IllegalArgumentException if a value cannot be written as JSON
     */
    boolean send(Object... values);

    /** Answers with arguments as they are, for instance those of the event. Returns as {@link #send(Object...)}. */
    boolean send(Arguments arguments);
}

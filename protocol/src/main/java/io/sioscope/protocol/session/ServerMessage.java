package io.sioscope.protocol.session;

import io.sioscope.protocol.Bytes;
import java.util.List;

/**
 * Something that leaves as a whole: a text packet and the binary messages that follow it. Encoded once and, for a broadcast,
 * handed to many sessions; whoever writes it out may know more of it than is said here. Immutable; any thread.
 */
public interface ServerMessage {
    /** The Engine.IO text packet with its type digit; empty where the message is binary alone. */
    Bytes text();

    /** The binary messages that follow, in order. */
    List<Bytes> attachments();

    /** Whether it is dropped where the transport cannot take it at once; false by default. */
    default boolean isVolatile() {
        return false;
    }

    /** Whether it may be compressed on the way; true by default. */
    default boolean compress() {
        return true;
    }

    /** The size in bytes of all parts. */
    default long size() {
        long size = text().length();
        for (Bytes attachment : attachments()) {
            size += attachment.length();
        }
        return size;
    }
}

package io.sioscope.app.capture.format;

import io.sioscope.app.capture.Entry;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;

/** Something in a HAR that happened at one time. Immutable. */
sealed interface HarItem {
    /** When, in nanoseconds since 1970. */
    long timeNanos();

    /** A connection within a session. */
    record Link(String session, String link) {}

    /** A row that needs no decoding. */
    record Ready(long timeNanos, Entry entry) implements HarItem {}

    /** An Engine.IO packet: text with its type digit, or a binary message. */
    record Message(
            long timeNanos, Link link, Direction direction, Transport transport, Bytes data, boolean binary)
            implements HarItem {
        Message in(Link other) {
            return new Message(timeNanos, other, direction, transport, data, binary);
        }
    }
}

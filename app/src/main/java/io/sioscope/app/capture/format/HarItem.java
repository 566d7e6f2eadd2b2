package io.sioscope.app.capture.format;

import io.sioscope.app.capture.Entry;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;

/** Something that a HAR tells of. Immutable. */
sealed interface HarItem {
    /** A connection within a session. */
    record Link(String session, String link) {}

    /** A row that needs no decoding. */
    record Ready(Entry entry) implements HarItem {}

    /** An Engine.IO packet: text with its type digit, or a binary message; its time in nanoseconds since 1970. */
    record Message(
            long timeNanos, Link link, Direction direction, Transport transport, Bytes data, boolean binary)
            implements HarItem {}
}

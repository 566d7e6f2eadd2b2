package io.sioscope.app.inspect;

import java.util.List;

/**
 * A named piece of a layer.
 *
 * @param key what it is; the window has words for it
 * @param details what the words need, as data
 * @param text the piece as it stands on the wire, cut where it is long
 * @param from where it begins in the layer's bytes
 * @param to where it ends
 * @param role how its underline is coloured
 */
public record WirePart(Key key, List<String> details, String text, int from, int to, Role role) {

    /** What a piece can be. */
    public enum Key {
        /** The Engine.IO type alone; the digit is the detail. */
        ENGINE_TYPE,
        /** Both types; the details are the two digits. */
        TYPES,
        /** How many attachments follow. */
        ATTACHMENT_COUNT,
        /** The namespace with its comma. */
        NAMESPACE,
        /** The acknowledgement id. */
        ACK_ID,
        /** The event's name with the bracket before it. */
        EVENT,
        /** The arguments. */
        ARGUMENTS,
        /** What an acknowledgement answers. */
        ANSWER,
        /** The auth object, or what the server grants. */
        PAYLOAD,
        /** The handshake of the session. */
        HANDSHAKE,
        /** The text of a heartbeat. */
        PROBE,
        /** Bytes of a binary message. */
        BYTES,
        /** What could be read before the fault. */
        READ,
        /** The byte at which the fault shows, and what follows. */
        BROKEN,
        /** The request line. */
        REQUEST,
        /** The status. */
        STATUS,
        /** Headers. */
        HEADERS
    }

    /** What a piece means, for its colour. */
    public enum Role {
        /** Nothing special. */
        PLAIN,
        /** The namespace. */
        NAMESPACE,
        /** Belongs to an acknowledgement. */
        ACK,
        /** Shows a fault. */
        FAULT
    }

    /** Keeps a copy of the list. */
    public WirePart {
        details = List.copyOf(details);
    }
}

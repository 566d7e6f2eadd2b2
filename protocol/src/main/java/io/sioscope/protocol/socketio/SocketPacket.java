package io.sioscope.protocol.socketio;

/** One whole Socket.IO packet, its attachments included. */
public sealed interface SocketPacket {
    /** The {@link #ackId} of a packet that has none. */
    long NO_ACK = -1;

    /** The namespace, {@code /} for the root one. */
    String namespace();

    /** The acknowledgement id, from 0, or {@link #NO_ACK}. */
    default long ackId() {
        return NO_ACK;
    }

    /** The kind's name in machine-readable output. */
    String kind();

    /** The payload; {@link Arguments#ABSENT} where the packet ended before it. */
    Arguments arguments();

    /** Type 0: asks for a namespace (arguments: the auth object) or grants it (the object with {@code sid}). */
    record Connect(String namespace, Arguments arguments) implements SocketPacket {
        @Override
        public String kind() {
            return "connect";
        }
    }

    /** Type 1: leaves a namespace. */
    record Disconnect(String namespace) implements SocketPacket {
        @Override
        public String kind() {
            return "disconnect";
        }

        @Override
        public Arguments arguments() {
            return Arguments.ABSENT;
        }
    }

    /**
     * Types 2 and 5: an event.
     *
     * @param name the event's name; a numeric name as the digits on the wire, and in MessagePack any that is no text as the text
     *     that JavaScript makes of it; empty also where the payload is absent
     * @param arguments what follows the name
     */
    record Event(String namespace, long ackId, String name, Arguments arguments) implements SocketPacket {
        /** An event that asks for no acknowledgement. */
        public static Event of(String namespace, String name, Arguments arguments) {
            return new Event(namespace, NO_ACK, name, arguments);
        }

        @Override
        public String kind() {
            return "event";
        }
    }

    /** Types 3 and 6: the answer to an event that carried the same id. */
    record Ack(String namespace, long ackId, Arguments arguments) implements SocketPacket {
        @Override
        public String kind() {
            return "ack";
        }
    }

    /** Type 4: refuses a namespace; the payload is an object with {@code message}, or from older servers any value. */
    record ConnectError(String namespace, Arguments arguments) implements SocketPacket {
        @Override
        public String kind() {
            return "connect_error";
        }
    }
}

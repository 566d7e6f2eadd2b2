package io.sioscope.protocol.socketio;

import io.sioscope.protocol.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Writes Socket.IO packets (revision 5, JSON) as Engine.IO messages, and lays out the parts of a packet's text for a reader.
 * Pure; safe on any thread. Reading a stream of messages is {@link SocketIoDecoder}'s.
 */
public final class SocketIoCodec {
    private SocketIoCodec() {}

    /**
     * A packet as the messages that carry it.
     *
     * @param text the text message, with the Engine.IO type digit 4
     * @param attachments the binary messages that follow it, in order
     */
    public record Encoded(Bytes text, List<Bytes> attachments) {
        /** Keeps a copy of the list. */
        public Encoded {
            attachments = List.copyOf(attachments);
        }
    }

    /**
     * The packet as messages. Placeholders are numbered in the order in which they appear, as in the reference. Only events and
     * acknowledgements have attachments; elsewhere binary values are written as {@code {"type":"Buffer","data":[…]}}.
     */
    public static Encoded encode(SocketPacket packet) {
        boolean attaches = packet instanceof SocketPacket.Event || packet instanceof SocketPacket.Ack;
        JsonArguments sendable = sendable(packet.arguments());
        JsonArguments arguments = attaches ? sendable : InlineBinary.of(sendable);
        boolean binary = !arguments.attachments().isEmpty();
        StringBuilder head = new StringBuilder(32).append('4').append(type(packet, binary));
        if (binary) {
            head.append(arguments.attachments().size()).append('-');
        }
        if (!packet.namespace().equals("/")) {
            head.append(packet.namespace()).append(',');
        }
        if (packet.ackId() != SocketPacket.NO_ACK) {
            head.append(packet.ackId());
        }
        Bytes text = join(head, packet, arguments);
        return new Encoded(text, arguments.attachments());
    }

    /** The places of the parts of a message's text (with its type digit), or empty where the packet is broken. */
    public static Optional<PacketLayout> layout(Bytes message) {
        return Optional.ofNullable(
                new PacketScan(message, new ScanLimits(Integer.MAX_VALUE, Long.MAX_VALUE)).scan());
    }

    private static JsonArguments sendable(Arguments arguments) {
        return switch (arguments) {
            case Arguments.Absent absent -> JsonArguments.EMPTY;
            case JsonArguments json -> json.inOrder() ? json : PlaceholderOrder.restored(json);
        };
    }

    private static char type(SocketPacket packet, boolean binary) {
        return switch (packet) {
            case SocketPacket.Connect connect -> '0';
            case SocketPacket.Disconnect disconnect -> '1';
            case SocketPacket.Event event -> binary ? '5' : '2';
            case SocketPacket.Ack ack -> binary ? '6' : '3';
            case SocketPacket.ConnectError error -> '4';
        };
    }

    private static Bytes join(StringBuilder head, SocketPacket packet, JsonArguments arguments) {
        boolean absent = packet.arguments() instanceof Arguments.Absent;
        boolean listed = !absent && (packet instanceof SocketPacket.Event || packet instanceof SocketPacket.Ack);
        if (listed) {
            head.append('[');
        }
        if (listed && packet instanceof SocketPacket.Event event) {
            JsonText.quote(event.name(), head);
            if (!arguments.json().isEmpty()) {
                head.append(',');
            }
        }
        byte[] before = head.toString().getBytes(StandardCharsets.UTF_8);
        Bytes json = arguments.json();
        byte[] whole = Arrays.copyOf(before, before.length + json.length() + (listed ? 1 : 0));
        json.copyTo(0, whole, before.length, json.length());
        if (listed) {
            whole[whole.length - 1] = ']';
        }
        return Bytes.wrap(whole);
    }
}

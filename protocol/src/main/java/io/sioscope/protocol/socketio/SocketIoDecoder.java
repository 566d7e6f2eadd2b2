package io.sioscope.protocol.socketio;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.fault.FaultCode;
import io.sioscope.protocol.fault.ProtocolFault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the messages of one connection into Socket.IO packets (revision 5), in JSON holding a binary packet until its
 * attachments have come. Explicit state of one direction; belongs to one thread. Never throws on input. After
 * {@link SocketDecoding.Broken} it holds nothing and goes on as if new.
 */
public final class SocketIoDecoder {
    private final ScanLimits limits;
    private final PacketParser parser;
    private @Nullable Pending pending;

    /** A decoder without anything pending. */
    public SocketIoDecoder(ScanLimits limits) {
        this(limits, PacketParser.JSON);
    }

    /** A decoder of packets in this form. */
    public SocketIoDecoder(ScanLimits limits, PacketParser parser) {
        this.limits = limits;
        this.parser = parser;
    }

    private static final class Pending {
        final PacketLayout layout;
        final Bytes text;
        final boolean inOrder;
        final List<Bytes> attachments = new ArrayList<>();
        long size;

        Pending(PacketLayout layout, Bytes text, boolean inOrder) {
            this.layout = layout;
            this.text = text;
            this.inOrder = inOrder;
        }
    }

    /** Takes the text of an Engine.IO message, with its type digit, to which fault offsets refer. */
    public SocketDecoding onText(Bytes message) {
        if (parser == PacketParser.MSGPACK) {
            return broken(ProtocolFault.at(FaultCode.MSGPACK_SYNTAX, 0));
        }
        if (pending != null) {
            pending = null;
            return broken(ProtocolFault.at(FaultCode.TEXT_INSTEAD_OF_ATTACHMENT, 0));
        }
        PacketScan scan = new PacketScan(message, limits);
        PacketLayout layout = scan.scan();
        if (layout == null) {
            return broken(scan.fault());
        }
        if (layout.head().isBinary()) {
            int announced = layout.head().attachments();
            pending = new Pending(layout, message, scan.placeholders().inOrder(announced));
            return new SocketDecoding.Partial(announced);
        }
        return new SocketDecoding.Whole(packet(layout, message, List.of(), true));
    }

    /** Takes a binary Engine.IO message. */
    public SocketDecoding onBinary(Bytes message) {
        if (parser == PacketParser.MSGPACK) {
            return MsgpackCodec.decode(message);
        }
        Pending waiting = pending;
        if (waiting == null) {
            return broken(ProtocolFault.at(FaultCode.UNANNOUNCED_BINARY, 0));
        }
        waiting.attachments.add(message);
        waiting.size += message.length();
        if (waiting.size > limits.maxAttachmentBytes()) {
            pending = null;
            return broken(ProtocolFault.at(FaultCode.TOO_LARGE, 0));
        }
        int missing = waiting.layout.head().attachments() - waiting.attachments.size();
        if (missing > 0) {
            return new SocketDecoding.Partial(missing);
        }
        pending = null;
        return new SocketDecoding.Whole(packet(waiting.layout, waiting.text, waiting.attachments, waiting.inOrder));
    }

    /** The text of the packet whose attachments are being waited for, or {@link Bytes#EMPTY}. */
    public Bytes pendingText() {
        return pending == null ? Bytes.EMPTY : pending.text;
    }

    /** The attachments that have come for {@link #pendingText()}, a copy. */
    public List<Bytes> pendingAttachments() {
        return pending == null ? List.of() : List.copyOf(pending.attachments);
    }

    private static SocketDecoding broken(ProtocolFault fault) {
        return new SocketDecoding.Broken(fault);
    }

    private static SocketPacket packet(PacketLayout layout, Bytes text, List<Bytes> attachments, boolean inOrder) {
        PacketHead head = layout.head();
        Arguments arguments = arguments(layout, text, attachments, inOrder);
        return switch (head.type()) {
            case PacketHead.CONNECT -> new SocketPacket.Connect(head.namespace(), arguments);
            case PacketHead.DISCONNECT -> new SocketPacket.Disconnect(head.namespace());
            case PacketHead.EVENT, PacketHead.BINARY_EVENT ->
                new SocketPacket.Event(head.namespace(), head.ackId(), layout.eventName(text), arguments);
            case PacketHead.ACK, PacketHead.BINARY_ACK ->
                new SocketPacket.Ack(head.namespace(), head.ackId(), arguments);
            case PacketHead.CONNECT_ERROR -> new SocketPacket.ConnectError(head.namespace(), arguments);
            default -> throw new IllegalStateException("the scan admits types 0 to 6, not " + head.type());
        };
    }

    private static Arguments arguments(PacketLayout layout, Bytes text, List<Bytes> attachments, boolean inOrder) {
        if (layout.head().payloadFrom() == text.length()) {
            return Arguments.ABSENT;
        }
        int to = layout.argumentsTo();
        int from = Math.min(layout.argumentsFrom(), to);
        if (from == to && attachments.isEmpty()) {
            return Arguments.NONE;
        }
        return new JsonArguments(text.slice(from, to), attachments, inOrder);
    }
}

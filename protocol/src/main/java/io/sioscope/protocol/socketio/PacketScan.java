package io.sioscope.protocol.socketio;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.fault.FaultCode;
import io.sioscope.protocol.fault.ProtocolFault;
import org.jspecify.annotations.Nullable;

/**
 * One scan over a message's text: head, JSON grammar, and the payload's shape for its type. It accepts and refuses what
 * socket.io-parser 4.2.7 does (decodeString, isPayloadValid). Pure; an instance is one scan.
 */
final class PacketScan {
    private final Bytes text;
    private final HeadScan headScan;
    private PlaceholderScan placeholders = new PlaceholderScan(false);
    private @Nullable ProtocolFault fault;

    PacketScan(Bytes text, ScanLimits limits) {
        this.text = text;
        this.headScan = new HeadScan(text, limits);
    }

    /** Why {@link #scan} returned null. */
    ProtocolFault fault() {
        ProtocolFault found = fault != null ? fault : headScan.fault();
        if (found == null) {
            throw new IllegalStateException("the scan did not fail");
        }
        return found;
    }

    /** The placeholders of a binary packet. */
    PlaceholderScan placeholders() {
        return placeholders;
    }

    /** The layout, or null with {@link #fault()} set. */
    @Nullable PacketLayout scan() {
        PacketHead head = headScan.scan();
        if (head == null) {
            return null;
        }
        if (head.payloadFrom() == text.length()) {
            int end = text.length();
            return new PacketLayout(head, end, end, end, end);
        }
        placeholders = new PlaceholderScan(head.isBinary());
        PacketLayout layout = payload(head, new JsonScan(text, placeholders));
        if (layout != null && fault == null) {
            fault = placeholders.outOfRange(head.attachments());
        }
        return fault == null ? layout : null;
    }

    private @Nullable PacketLayout payload(PacketHead head, JsonScan json) {
        int from = json.skipBlanks(head.payloadFrom());
        int first = from < text.length() ? text.at(from) : 0;
        return switch (head.type()) {
            case PacketHead.CONNECT -> first == '{' ? single(head, json, from) : shape(head, json, from);
            case PacketHead.CONNECT_ERROR ->
                first == '{' || first == '"' ? single(head, json, from) : shape(head, json, from);
            case PacketHead.EVENT, PacketHead.BINARY_EVENT ->
                first == '[' ? event(head, json, from) : shape(head, json, from);
            case PacketHead.ACK, PacketHead.BINARY_ACK ->
                first == '[' ? list(head, json, from) : shape(head, json, from);
            default -> shape(head, json, from);
        };
    }

    /** The payload is of the wrong shape; where it is not even JSON, that is the better thing to say. */
    private @Nullable PacketLayout shape(PacketHead head, JsonScan json, int from) {
        int to = json.value(from, 0);
        if (ended(json, to)) {
            fault = ProtocolFault.at(FaultCode.PAYLOAD_SHAPE, head.payloadFrom());
        }
        return null;
    }

    private @Nullable PacketLayout single(PacketHead head, JsonScan json, int from) {
        int to = json.value(from, 0);
        return ended(json, to) ? new PacketLayout(head, from, from, from, to) : null;
    }

    private @Nullable PacketLayout list(PacketHead head, JsonScan json, int from) {
        int first = json.skipBlanks(from + 1);
        boolean empty = first < text.length() && text.at(first) == ']';
        int to = empty ? first + 1 : json.elements(first, 0);
        return ended(json, to) ? new PacketLayout(head, first, first, first, to - 1) : null;
    }

    private @Nullable PacketLayout event(PacketHead head, JsonScan json, int from) {
        int nameFrom = json.skipBlanks(from + 1);
        int first = nameFrom < text.length() ? text.at(nameFrom) : 0;
        boolean named = first == '"' || first == '-' || first >= '0' && first <= '9';
        if (!named) {
            return shape(head, json, from);
        }
        int nameTo = first == '"' ? json.string(nameFrom) : json.number(nameFrom);
        int next = nameTo == JsonScan.FAILED ? nameTo : json.skipBlanks(nameTo);
        if (next >= 0 && (next >= text.length() || text.at(next) != ',' && text.at(next) != ']')) {
            next = json.fail(next);
        }
        if (next == JsonScan.FAILED) {
            ended(json, next);
            return null;
        }
        boolean alone = text.at(next) == ']';
        int argumentsFrom = alone ? next : json.skipBlanks(next + 1);
        int to = alone ? next + 1 : json.elements(argumentsFrom, 0);
        if (!ended(json, to)) {
            return null;
        }
        PacketLayout layout = new PacketLayout(head, nameFrom, nameTo, argumentsFrom, to - 1);
        return allowed(layout) ? layout : null;
    }

    private boolean allowed(PacketLayout layout) {
        String name = text.at(layout.nameFrom()) == '"' ? layout.eventName(text) : "";
        if (ReservedEvents.contains(name)) {
            fault = new ProtocolFault(FaultCode.RESERVED_EVENT, layout.nameFrom(), name);
        }
        return fault == null;
    }

    /** Whether the JSON was read and nothing but blanks follows it. */
    private boolean ended(JsonScan json, int to) {
        int behind = to == JsonScan.FAILED ? to : json.skipBlanks(to);
        if (behind >= 0 && behind < text.length()) {
            behind = json.fail(behind);
        }
        if (behind == JsonScan.FAILED) {
            fault = ProtocolFault.at(json.failure(), json.failedAt());
        }
        return fault == null;
    }
}

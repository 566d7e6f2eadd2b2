package io.sioscope.app.inspect;

import io.sioscope.app.capture.Details;
import io.sioscope.app.capture.Entry;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.socketio.PacketHead;
import io.sioscope.protocol.socketio.PacketLayout;
import io.sioscope.protocol.socketio.SocketIoCodec;
import java.util.ArrayList;
import java.util.List;

/** Takes what was captured apart into the layers that carried it. Shows what was captured and invents no byte. */
public final class WireLayers {

    /** How many characters of a part are shown. */
    static final int MAX_TEXT = 400;

    private static final int FIRST_BYTES = 24;

    private WireLayers() {}

    /**
     * The layers of an entry, outermost first.
     *
     * @param entry any
     * @return empty for entries that have no bytes of their own, or lost them
     */
    public static List<WireLayer> of(Entry entry) {
        return switch (entry.layer()) {
            case SOCKETIO -> entry.body().omitted() ? List.of() : packet(entry);
            case ENGINEIO -> entry.body().omitted() ? List.of() : engine(entry);
            case HTTP -> entry.details() instanceof Details.Http http ? http(http) : List.of();
            case FAULT -> entry.body().omitted() ? List.of() : fault(entry);
            case LINK, GAP -> List.of();
        };
    }

    private static List<WireLayer> packet(Entry entry) {
        Bytes raw = entry.body().raw();
        List<WireLayer> layers = new ArrayList<>();
        layers.add(carrier(entry));
        layers.add(new WireLayer(WireLayer.Kind.SOCKET, -1, raw.length(), socketParts(entry)));
        for (int i = 0; i < entry.body().attachments().size(); i++) {
            Bytes bytes = entry.body().attachments().get(i);
            layers.add(new WireLayer(WireLayer.Kind.ATTACHMENT, i, bytes.length(), List.of(bytes(bytes))));
        }
        return layers;
    }

    private static WireLayer carrier(Entry entry) {
        Bytes raw = entry.body().raw();
        WireLayer.Kind kind =
                entry.transport() == Transport.WEBSOCKET ? WireLayer.Kind.WEBSOCKET : WireLayer.Kind.POLLING;
        return new WireLayer(kind, -1, raw.length(), List.of(bytes(raw)));
    }

    private static WirePart bytes(Bytes bytes) {
        return new WirePart(
                WirePart.Key.BYTES, List.of(), HexLines.start(bytes, FIRST_BYTES), 0, bytes.length(), WirePart.Role.PLAIN);
    }

    private static List<WirePart> socketParts(Entry entry) {
        Bytes raw = entry.body().raw();
        return SocketIoCodec.layout(raw)
                .map(layout -> laidOut(raw, entry.kind(), layout))
                .orElseGet(() -> List.of(part(raw, WirePart.Key.PAYLOAD, 0, raw.length(), WirePart.Role.PLAIN)));
    }

    private static List<WirePart> laidOut(Bytes raw, String kind, PacketLayout layout) {
        PacketHead head = layout.head();
        List<WirePart> parts = new ArrayList<>();
        parts.add(new WirePart(
                WirePart.Key.TYPES,
                List.of(digit(raw, 0), digit(raw, 1)),
                raw.utf8(0, Math.min(2, raw.length())),
                0,
                2,
                WirePart.Role.PLAIN));
        int at = 2;
        if (head.isBinary()) {
            int dash = raw.indexOf((byte) '-', at) + 1;
            add(parts, raw, WirePart.Key.ATTACHMENT_COUNT, at, dash, WirePart.Role.PLAIN);
            at = dash;
        }
        if (head.namespaceTo() > head.namespaceFrom()) {
            int end = Math.min(head.namespaceTo() + 1, head.ackFrom());
            add(parts, raw, WirePart.Key.NAMESPACE, head.namespaceFrom(), end, WirePart.Role.NAMESPACE);
        }
        add(parts, raw, WirePart.Key.ACK_ID, head.ackFrom(), head.payloadFrom(), WirePart.Role.ACK);
        addPayload(parts, raw, kind, layout);
        return parts;
    }

    private static void addPayload(List<WirePart> parts, Bytes raw, String kind, PacketLayout layout) {
        int from = layout.head().payloadFrom();
        switch (kind) {
            case "event" -> {
                int nameEnd = layout.argumentsTo() > layout.argumentsFrom() ? layout.argumentsFrom() : raw.length();
                add(parts, raw, WirePart.Key.EVENT, from, nameEnd, WirePart.Role.PLAIN);
                add(parts, raw, WirePart.Key.ARGUMENTS, nameEnd, raw.length(), WirePart.Role.PLAIN);
            }
            case "ack" -> add(parts, raw, WirePart.Key.ANSWER, from, raw.length(), WirePart.Role.PLAIN);
            case "connect_error" -> add(parts, raw, WirePart.Key.PAYLOAD, from, raw.length(), WirePart.Role.FAULT);
            default -> add(parts, raw, WirePart.Key.PAYLOAD, from, raw.length(), WirePart.Role.PLAIN);
        }
    }

    private static List<WireLayer> engine(Entry entry) {
        Bytes raw = entry.body().raw();
        List<WirePart> parts = new ArrayList<>();
        if (entry.body().binary() || raw.isEmpty()) {
            parts.add(bytes(raw));
        } else {
            parts.add(new WirePart(
                    WirePart.Key.ENGINE_TYPE, List.of(digit(raw, 0)), digit(raw, 0), 0, 1, WirePart.Role.PLAIN));
            WirePart.Key rest = entry.kind().equals("open") ? WirePart.Key.HANDSHAKE : WirePart.Key.PROBE;
            add(parts, raw, rest, 1, raw.length(), WirePart.Role.PLAIN);
        }
        return List.of(carrier(entry), new WireLayer(WireLayer.Kind.ENGINE, -1, raw.length(), parts));
    }

    private static List<WireLayer> http(Details.Http event) {
        List<WirePart> request = new ArrayList<>();
        request.add(words(WirePart.Key.REQUEST, event.method() + " " + event.target(), WirePart.Role.PLAIN));
        event.requestHeaders().forEach(header -> request.add(header(header)));
        List<WirePart> response = new ArrayList<>();
        boolean failed = event.status() >= 400;
        response.add(words(
                WirePart.Key.STATUS,
                Integer.toString(event.status()),
                failed ? WirePart.Role.FAULT : WirePart.Role.PLAIN));
        event.responseHeaders().forEach(header -> response.add(header(header)));
        return List.of(
                new WireLayer(WireLayer.Kind.HTTP_REQUEST, -1, event.requestBytes(), request),
                new WireLayer(WireLayer.Kind.HTTP_RESPONSE, -1, event.responseBytes(), response));
    }

    private static WirePart header(Header header) {
        return words(WirePart.Key.HEADERS, header.name() + ": " + header.value(), WirePart.Role.PLAIN);
    }

    private static List<WireLayer> fault(Entry entry) {
        Bytes raw = entry.body().raw();
        if (entry.body().binary() || !(entry.details() instanceof Details.Fault fault)) {
            return List.of(new WireLayer(WireLayer.Kind.FAULT, -1, raw.length(), List.of(bytes(raw))));
        }
        int at = Math.clamp(fault.offset(), 0, raw.length());
        List<WirePart> parts = new ArrayList<>();
        add(parts, raw, WirePart.Key.READ, 0, at, WirePart.Role.PLAIN);
        parts.add(new WirePart(
                WirePart.Key.BROKEN,
                List.of(Integer.toString(at)),
                at < raw.length() ? cut(raw, at, raw.length()) : "∎",
                at,
                raw.length(),
                WirePart.Role.FAULT));
        return List.of(carrier(entry), new WireLayer(WireLayer.Kind.FAULT, -1, raw.length(), parts));
    }

    private static void add(List<WirePart> parts, Bytes raw, WirePart.Key key, int from, int to, WirePart.Role role) {
        if (to > from) {
            parts.add(part(raw, key, from, to, role));
        }
    }

    private static WirePart part(Bytes raw, WirePart.Key key, int from, int to, WirePart.Role role) {
        return new WirePart(key, List.of(), cut(raw, from, to), from, to, role);
    }

    private static WirePart words(WirePart.Key key, String text, WirePart.Role role) {
        String shown = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text;
        return new WirePart(key, List.of(), shown, 0, text.length(), role);
    }

    private static String cut(Bytes raw, int from, int to) {
        return to - from > MAX_TEXT ? raw.utf8(from, from + MAX_TEXT) + "…" : raw.utf8(from, to);
    }

    private static String digit(Bytes raw, int index) {
        return index < raw.length() ? raw.utf8(index, index + 1) : "";
    }
}

package io.sioscope.app.inspect;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.capture.Where;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.socketio.PacketHead;
import io.sioscope.protocol.socketio.PacketLayout;
import io.sioscope.protocol.socketio.SocketIoCodec;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.ArrayList;
import java.util.List;

/** Takes a captured event apart into the layers that carried it. Shows what was captured and invents no byte. */
public final class WireLayers {

    /** How many characters of a part are shown. */
    static final int MAX_TEXT = 400;

    private static final int FIRST_BYTES = 24;

    private WireLayers() {}

    /**
     * The layers of an event, outermost first.
     *
     * @param event any
     * @return empty for events that have no bytes of their own
     */
    public static List<WireLayer> of(CaptureEvent event) {
        return switch (event) {
            case CaptureEvent.Packet packet -> packet(packet);
            case CaptureEvent.Engine engine -> engine(engine);
            case CaptureEvent.Http http -> http(http);
            case CaptureEvent.Fault fault -> fault(fault);
            case CaptureEvent.Link link -> List.of();
            case CaptureEvent.Gap gap -> List.of();
        };
    }

    private static List<WireLayer> packet(CaptureEvent.Packet event) {
        List<WireLayer> layers = new ArrayList<>();
        layers.add(carrier(event.where(), event.raw()));
        layers.add(new WireLayer(WireLayer.Kind.SOCKET, -1, event.raw().length(), socketParts(event.raw(), event.packet())));
        for (int i = 0; i < event.attachments().size(); i++) {
            Bytes bytes = event.attachments().get(i);
            layers.add(new WireLayer(WireLayer.Kind.ATTACHMENT, i, bytes.length(), List.of(bytes(bytes))));
        }
        return layers;
    }

    private static WireLayer carrier(Where where, Bytes raw) {
        WireLayer.Kind kind =
                where.transport() == Transport.WEBSOCKET ? WireLayer.Kind.WEBSOCKET : WireLayer.Kind.POLLING;
        return new WireLayer(kind, -1, raw.length(), List.of(bytes(raw)));
    }

    private static WirePart bytes(Bytes bytes) {
        return new WirePart(
                WirePart.Key.BYTES, List.of(), HexLines.start(bytes, FIRST_BYTES), 0, bytes.length(), WirePart.Role.PLAIN);
    }

    private static List<WirePart> socketParts(Bytes raw, SocketPacket packet) {
        return SocketIoCodec.layout(raw)
                .map(layout -> laidOut(raw, packet, layout))
                .orElseGet(() -> List.of(part(raw, WirePart.Key.PAYLOAD, 0, raw.length(), WirePart.Role.PLAIN)));
    }

    private static List<WirePart> laidOut(Bytes raw, SocketPacket packet, PacketLayout layout) {
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
        addPayload(parts, raw, packet, layout);
        return parts;
    }

    private static void addPayload(List<WirePart> parts, Bytes raw, SocketPacket packet, PacketLayout layout) {
        int from = layout.head().payloadFrom();
        switch (packet) {
            case SocketPacket.Event event -> {
                int nameEnd = layout.argumentsTo() > layout.argumentsFrom() ? layout.argumentsFrom() : raw.length();
                add(parts, raw, WirePart.Key.EVENT, from, nameEnd, WirePart.Role.PLAIN);
                if (nameEnd < raw.length()) {
                    add(parts, raw, WirePart.Key.ARGUMENTS, nameEnd, raw.length(), WirePart.Role.PLAIN);
                }
            }
            case SocketPacket.Ack ack -> add(parts, raw, WirePart.Key.ANSWER, from, raw.length(), WirePart.Role.PLAIN);
            case SocketPacket.Connect connect ->
                add(parts, raw, WirePart.Key.PAYLOAD, from, raw.length(), WirePart.Role.PLAIN);
            case SocketPacket.ConnectError error ->
                add(parts, raw, WirePart.Key.PAYLOAD, from, raw.length(), WirePart.Role.FAULT);
            case SocketPacket.Disconnect disconnect -> { }
        }
    }

    private static List<WireLayer> engine(CaptureEvent.Engine event) {
        Bytes raw = event.packet().raw();
        List<WirePart> parts = new ArrayList<>();
        if (event.packet() instanceof EnginePacket.BinaryMessage || raw.isEmpty()) {
            parts.add(bytes(raw));
        } else {
            parts.add(new WirePart(
                    WirePart.Key.ENGINE_TYPE, List.of(digit(raw, 0)), digit(raw, 0), 0, 1, WirePart.Role.PLAIN));
            WirePart.Key rest = event.packet() instanceof EnginePacket.Open ? WirePart.Key.HANDSHAKE : WirePart.Key.PROBE;
            add(parts, raw, rest, 1, raw.length(), WirePart.Role.PLAIN);
        }
        return List.of(carrier(event.where(), raw), new WireLayer(WireLayer.Kind.ENGINE, -1, raw.length(), parts));
    }

    private static List<WireLayer> http(CaptureEvent.Http event) {
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

    private static List<WireLayer> fault(CaptureEvent.Fault event) {
        Bytes raw = event.raw();
        if (event.binary()) {
            return List.of(new WireLayer(WireLayer.Kind.FAULT, -1, raw.length(), List.of(bytes(raw))));
        }
        int at = Math.clamp(event.fault().offset(), 0, raw.length());
        List<WirePart> parts = new ArrayList<>();
        add(parts, raw, WirePart.Key.READ, 0, at, WirePart.Role.PLAIN);
        parts.add(new WirePart(
                WirePart.Key.BROKEN,
                List.of(event.fault().code().name(), Integer.toString(at)),
                at < raw.length() ? cut(raw, at, raw.length()) : "⌁",
                at,
                raw.length(),
                WirePart.Role.FAULT));
        return List.of(carrier(event.where(), raw), new WireLayer(WireLayer.Kind.FAULT, -1, raw.length(), parts));
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

package io.sioscope.app.capture;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.Where;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.socketio.JsonArguments;
import io.sioscope.protocol.socketio.SocketIoCodec;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.List;
import java.util.Locale;

/** Makes entries of what taps tell. Pure; any thread. */
public final class Entries {
    private Entries() {}

    /** The entry of an event that {@code session} told. */
    public static Entry of(String session, CaptureEvent event) {
        return switch (event) {
            case CaptureEvent.Packet packet -> packet(session, packet);
            case CaptureEvent.Engine engine -> engine(session, engine);
            case CaptureEvent.Http http -> http(session, http);
            case CaptureEvent.Link link ->
                plain(session, link.where(), Layer.LINK, kind(link.change()), "", 0, Body.NONE, new Details.Link(
                        link.change()));
            case CaptureEvent.Fault fault -> fault(session, fault);
            case CaptureEvent.Gap gap ->
                plain(session, gap.where(), Layer.GAP, "gap", "", gap.bytes(), Body.NONE, new Details.Gap(
                        gap.events(), gap.bytes(), gap.untilNanos()));
        };
    }

    /**
     * The size in bytes of what an event carries, as a row shows it.
     *
     * @return bytes of the message and its attachments; for an HTTP exchange of both bodies; for a gap of what was left out
     */
    public static long size(CaptureEvent event) {
        return switch (event) {
            case CaptureEvent.Packet packet -> {
                long size = packet.raw().length();
                for (Bytes attachment : packet.attachments()) {
                    size += attachment.length();
                }
                yield size;
            }
            case CaptureEvent.Engine engine -> engine.packet().raw().length();
            case CaptureEvent.Http http -> http.requestBytes() + http.responseBytes();
            case CaptureEvent.Link link -> 0;
            case CaptureEvent.Fault fault -> fault.raw().length();
            case CaptureEvent.Gap gap -> gap.bytes();
        };
    }

    private static Entry packet(String session, CaptureEvent.Packet event) {
        SocketPacket packet = event.packet();
        Body body = body(packet, event.raw(), event.attachments());
        Where where = event.where();
        return new Entry(
                where.timeNanos(),
                session,
                where.link(),
                where.direction(),
                where.transport(),
                Layer.SOCKETIO,
                packet.kind(),
                packet.namespace(),
                event.socket(),
                packet instanceof SocketPacket.Event named ? named.name() : "",
                packet.ackId(),
                body.size(),
                !event.attachments().isEmpty(),
                body,
                Details.NONE);
    }

    /** The bytes of a packet, with the place of its arguments in them. */
    public static Body body(SocketPacket packet, Bytes raw, List<Bytes> attachments) {
        if (!(packet.arguments() instanceof JsonArguments json) || json.json().isEmpty()) {
            return new Body(raw, attachments, false, false, 0, 0);
        }
        int length = json.json().length();
        boolean listed = packet instanceof SocketPacket.Event || packet instanceof SocketPacket.Ack;
        int from = raw.length() - length - (listed ? 1 : 0);
        if (from > 0 && raw.slice(from, from + length).equals(json.json())) {
            return new Body(raw, attachments, false, false, from, from + length);
        }
        return SocketIoCodec.layout(raw)
                .map(found -> new Body(raw, attachments, false, false, found.argumentsFrom(), found.argumentsTo()))
                .orElseGet(() -> new Body(raw, attachments, false, false, 0, 0));
    }

    private static Entry engine(String session, CaptureEvent.Engine event) {
        EnginePacket packet = event.packet();
        boolean binary = packet instanceof EnginePacket.BinaryMessage;
        Body body = Body.of(packet.raw(), binary);
        return plain(session, event.where(), Layer.ENGINEIO, packet.kind(), "", body.size(), body, Details.NONE);
    }

    private static Entry http(String session, CaptureEvent.Http event) {
        Details details = new Details.Http(
                event.method(),
                event.target(),
                event.url(),
                event.status(),
                event.requestHeaders(),
                event.responseHeaders(),
                event.requestBytes(),
                event.responseBytes(),
                event.startedNanos());
        String kind = event.method().toLowerCase(Locale.ROOT);
        return plain(session, event.where(), Layer.HTTP, kind, "", size(event), Body.NONE, details);
    }

    private static Entry fault(String session, CaptureEvent.Fault event) {
        String code = event.fault().code().name();
        Details details =
                new Details.Fault(code, event.fault().offset(), event.fault().detail());
        Body body = Body.of(event.raw(), event.binary());
        return plain(session, event.where(), Layer.FAULT, faultKind(code), event.namespace(), body.size(), body, details);
    }

    /** A fault's code as a kind: small letters and hyphens. */
    static String faultKind(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a connection's change. */
    static String kind(CaptureEvent.LinkChange change) {
        return switch (change) {
            case CaptureEvent.LinkChange.Opened opened -> "opened";
            case CaptureEvent.LinkChange.Upgraded upgraded -> "upgraded";
            case CaptureEvent.LinkChange.Closed closed -> "closed";
            case CaptureEvent.LinkChange.Failed failed -> "failed";
            case CaptureEvent.LinkChange.Reconnecting reconnecting -> "reconnecting";
        };
    }

    private static Entry plain(
            String session,
            Where where,
            Layer layer,
            String kind,
            String namespace,
            long size,
            Body body,
            Details details) {
        return new Entry(
                where.timeNanos(),
                session,
                where.link(),
                where.direction(),
                where.transport(),
                layer,
                kind,
                namespace,
                "",
                "",
                SocketPacket.NO_ACK,
                size,
                body.binary(),
                body,
                details);
    }
}

package io.sioscope.app.inspect;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.JsonArguments;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.ArrayList;
import java.util.List;

/**
 * All that the inspector shows of one event, made in one go on a worker.
 *
 * @param event what was captured
 * @param tree its arguments; empty where it has none
 * @param json the same as lines
 * @param arguments the bytes that {@code tree} points into
 * @param layers how it travelled
 * @param hex its bytes
 */
public record Inspection(
        CaptureEvent event, List<ArgumentNode> tree, PrettyJson json, Bytes arguments, List<WireLayer> layers, HexLines hex) {

    private static final PrettyJson NOTHING = new PrettyJson("", List.of(), 0, 0);

    /** Keeps copies of the lists. */
    public Inspection {
        tree = List.copyOf(tree);
        layers = List.copyOf(layers);
    }

    /**
     * Looks into an event.
     *
     * @param event any
     * @return what there is to see
     */
    public static Inspection of(CaptureEvent event) {
        return switch (event) {
            case CaptureEvent.Packet packet -> packet(packet);
            case CaptureEvent.Engine engine -> engine(engine);
            case CaptureEvent.Fault fault -> plain(event, List.of(new HexLines.Section(-1, fault.raw())));
            case CaptureEvent.Http http -> plain(event, List.of());
            case CaptureEvent.Link link -> plain(event, List.of());
            case CaptureEvent.Gap gap -> plain(event, List.of());
        };
    }

    /**
     * The JSON of one value of the tree, for the clipboard: a text without its quotes where it has no escapes.
     *
     * @param node of this inspection's tree
     * @return its text; for a binary value its bytes in hex
     */
    public String copyOf(ArgumentNode node) {
        if (node.kind() == ArgumentNode.Kind.BINARY && event instanceof CaptureEvent.Packet packet) {
            Bytes bytes = packet.attachments().get(node.attachment());
            return HexLines.start(bytes, bytes.length());
        }
        String text = arguments.utf8(Math.max(0, node.from()), Math.clamp(node.to(), node.from(), arguments.length()));
        boolean bare = node.kind() == ArgumentNode.Kind.TEXT && text.length() >= 2 && text.indexOf('\\') < 0;
        return bare ? text.substring(1, text.length() - 1) : text;
    }

    /**
     * The whole packet as it stood on the wire, for the clipboard.
     *
     * @return its text; empty where it has none
     */
    public String rawText() {
        return switch (event) {
            case CaptureEvent.Packet packet -> packet.raw().utf8();
            case CaptureEvent.Engine engine -> engine.packet().raw().utf8();
            case CaptureEvent.Fault fault -> fault.raw().utf8();
            case CaptureEvent.Http http -> http.method() + " " + http.target();
            case CaptureEvent.Link link -> "";
            case CaptureEvent.Gap gap -> "";
        };
    }

    private static Inspection packet(CaptureEvent.Packet event) {
        Bytes json = jsonOf(event.packet());
        List<HexLines.Section> sections = new ArrayList<>();
        sections.add(new HexLines.Section(-1, event.raw()));
        for (int i = 0; i < event.attachments().size(); i++) {
            sections.add(new HexLines.Section(i, event.attachments().get(i)));
        }
        return new Inspection(
                event,
                ArgumentTree.of(json, event.attachments()),
                json.isEmpty() ? NOTHING : PrettyJson.arguments(json),
                json,
                WireLayers.of(event),
                new HexLines(sections));
    }

    private static Bytes jsonOf(SocketPacket packet) {
        return switch (packet.arguments()) {
            case JsonArguments arguments -> arguments.json();
            case Arguments.Absent absent -> Bytes.EMPTY;
        };
    }

    private static Inspection engine(CaptureEvent.Engine event) {
        Bytes raw = event.packet().raw();
        Bytes json = event.packet() instanceof EnginePacket.Open && raw.length() > 1 ? raw.slice(1, raw.length()) : Bytes.EMPTY;
        return new Inspection(
                event,
                ArgumentTree.of(json, List.of()),
                json.isEmpty() ? NOTHING : PrettyJson.of(json.utf8()),
                json,
                WireLayers.of(event),
                new HexLines(List.of(new HexLines.Section(-1, raw))));
    }

    private static Inspection plain(CaptureEvent event, List<HexLines.Section> sections) {
        return new Inspection(event, List.of(), NOTHING, Bytes.EMPTY, WireLayers.of(event), new HexLines(sections));
    }
}

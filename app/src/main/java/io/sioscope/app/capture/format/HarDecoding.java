package io.sioscope.app.capture.format;

import io.sioscope.app.capture.Entries;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.Where;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.EngineV4Codec;
import io.sioscope.protocol.fault.ProtocolFault;
import io.sioscope.protocol.socketio.SocketDecoding;
import io.sioscope.protocol.socketio.SocketIoDecoder;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns Engine.IO packets in order into rows, as a tap would have told them. Belongs to one thread. */
final class HarDecoding {
    private record Way(HarItem.Link link, Direction direction) {}

    private record Joined(HarItem.Link link, String namespace) {}

    private final EntrySink sink;
    private final Map<Way, SocketIoDecoder> decoders = new HashMap<>();
    private final Map<Way, HarItem.Message> pending = new HashMap<>();
    private final Map<Joined, String> sockets = new HashMap<>();
    private long rows;

    HarDecoding(EntrySink sink) {
        this.sink = sink;
    }

    long rows() {
        return rows;
    }

    void take(HarItem item) throws InterruptedException {
        switch (item) {
            case HarItem.Ready ready -> {
                sink.take(ready.entry());
                rows++;
            }
            case HarItem.Message message -> message(message);
        }
    }

    private void message(HarItem.Message message) throws InterruptedException {
        EnginePacket packet = message.binary()
                ? new EnginePacket.BinaryMessage(message.data())
                : EngineV4Codec.decodeText(message.data());
        switch (packet) {
            case EnginePacket.Message text -> decode(message);
            case EnginePacket.BinaryMessage binary -> decode(message);
            case EnginePacket.Malformed broken -> fault(message, broken.fault());
            case EnginePacket.Open open -> engine(message, packet);
            case EnginePacket.Close close -> engine(message, packet);
            case EnginePacket.Ping ping -> engine(message, packet);
            case EnginePacket.Pong pong -> engine(message, packet);
            case EnginePacket.Upgrade upgrade -> engine(message, packet);
            case EnginePacket.Noop noop -> engine(message, packet);
        }
    }

    private void decode(HarItem.Message message) throws InterruptedException {
        Way way = new Way(message.link(), message.direction());
        SocketIoDecoder decoder = decoders.computeIfAbsent(way, key -> new SocketIoDecoder(Packets.LIMITS));
        Bytes text = message.binary() ? decoder.pendingText() : message.data();
        List<Bytes> before = decoder.pendingAttachments();
        SocketDecoding decoding =
                message.binary() ? decoder.onBinary(message.data()) : decoder.onText(message.data());
        switch (decoding) {
            case SocketDecoding.Whole whole -> {
                pending.remove(way);
                packet(message, whole.packet(), text, attachments(before, message));
            }
            case SocketDecoding.Partial partial -> {
                if (!message.binary()) {
                    pending.put(way, message);
                }
            }
            case SocketDecoding.Broken broken -> {
                unfinished(pending.remove(way));
                fault(message, broken.fault());
            }
        }
    }

    private static List<Bytes> attachments(List<Bytes> before, HarItem.Message last) {
        if (!last.binary()) {
            return List.of();
        }
        List<Bytes> all = new java.util.ArrayList<>(before);
        all.add(last.data());
        return all;
    }

    private void packet(HarItem.Message message, SocketPacket packet, Bytes raw, List<Bytes> attachments)
            throws InterruptedException {
        Joined joined = new Joined(message.link(), packet.namespace());
        if (packet instanceof SocketPacket.Connect && message.direction() == Direction.TO_CLIENT) {
            sockets.put(joined, packet.arguments().value(0).path("sid").asText(""));
        }
        String socket = sockets.getOrDefault(joined, "");
        tell(message, new CaptureEvent.Packet(where(message), socket, packet, raw, attachments));
    }

    private void engine(HarItem.Message message, EnginePacket packet) throws InterruptedException {
        tell(message, new CaptureEvent.Engine(where(message), packet));
    }

    private void fault(HarItem.Message message, ProtocolFault fault) throws InterruptedException {
        tell(message, new CaptureEvent.Fault(where(message), "", fault, message.data(), message.binary()));
    }

    /** A packet whose attachments never came is shown as the message that it is. */
    private void unfinished(HarItem.@org.jspecify.annotations.Nullable Message message) throws InterruptedException {
        if (message != null) {
            engine(message, new EnginePacket.Message(message.data()));
        }
    }

    private void tell(HarItem.Message message, CaptureEvent event) throws InterruptedException {
        sink.take(Entries.of(message.link().session(), event));
        rows++;
    }

    private static Where where(HarItem.Message message) {
        return new Where(message.link().link(), message.direction(), message.transport(), message.timeNanos());
    }

    /** Tells what was still waiting when the file ended. */
    void end() throws InterruptedException {
        for (HarItem.Message message : List.copyOf(pending.values())) {
            unfinished(message);
        }
        pending.clear();
    }
}

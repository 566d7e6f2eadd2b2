package io.sioscope.protocol.session;

import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.EngineV4Codec;
import io.sioscope.protocol.socketio.SocketIoCodec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Packets that wait for their transport, in order, and the way they leave: one POST at a time, or while it is writable. */
final class ClientOutbox {
    private static final ClientOutgoing PONG = new ClientOutgoing.Control(new EnginePacket.Pong(EngineV4Codec.PONG));

    private final ClientLinks links;
    private final @Nullable ClientTap tap;
    private final Deque<ClientOutgoing> waiting = new ArrayDeque<>();
    private boolean pongWaits;
    /** A session that ended while a POST was under way is told so after it. */
    private boolean closeOwed;

    private String owedTo = "";
    private boolean posting;
    private boolean writable = true;

    ClientOutbox(ClientLinks links, @Nullable ClientTap tap) {
        this.links = links;
        this.tap = tap;
    }

    void add(ClientOutgoing packet) {
        waiting.addLast(packet);
    }

    /** Answers the server's heartbeat. One answer waits at most, so that a server's flood of heartbeats is not kept. */
    void addPong() {
        if (!pongWaits) {
            pongWaits = true;
            add(PONG);
        }
    }

    void addPing() {
        add(new ClientOutgoing.Control(new EnginePacket.Ping(EngineV4Codec.PING)));
    }

    /** Nothing waits and no POST is in flight. */
    boolean isDrained() {
        return waiting.isEmpty() && !posting;
    }

    /** Whether a packet would leave at once. */
    boolean isWritable(Transport transport) {
        return waiting.isEmpty() && (transport == Transport.WEBSOCKET ? writable : !posting);
    }

    boolean isPosting() {
        return posting;
    }

    void posted() {
        posting = false;
        if (closeOwed) {
            closeOwed = false;
            postClose(owedTo);
        }
    }

    void setWritable(boolean writable) {
        this.writable = writable;
    }

    void clear() {
        waiting.clear();
    }

    void flush(Transport transport, String sid, long maxPayload) {
        if (transport == Transport.WEBSOCKET) {
            writeWhileWritable();
        } else if (!posting && !waiting.isEmpty()) {
            post(sid, takeBatch(maxPayload));
        }
    }

    /** Sends the packet that ends a polling session, after the POST that is under way. */
    void postClose(String sid) {
        if (posting) {
            closeOwed = true;
            owedTo = sid;
        } else {
            post(sid, List.of(new ClientOutgoing.Control(new EnginePacket.Close(EngineV4Codec.CLOSE))));
        }
    }

    private void post(String sid, List<ClientOutgoing> packets) {
        posting = true;
        packets.forEach(packet -> tell(packet, Transport.POLLING));
        links.post(sid, packets);
    }

    private void writeWhileWritable() {
        while (writable) {
            ClientOutgoing packet = waiting.pollFirst();
            if (packet == null) {
                return;
            }
            tell(packet, Transport.WEBSOCKET);
            links.write(packet);
        }
    }

    private void tell(ClientOutgoing packet, Transport transport) {
        pongWaits &= !packet.equals(PONG);
        if (tap == null) {
            return;
        }
        switch (packet) {
            case ClientOutgoing.Control control -> tap.engine(Direction.TO_SERVER, transport, control.packet());
            case ClientOutgoing.Text text ->
                tap.packet(
                        Direction.TO_SERVER, transport, text.socket(), text.packet(), text.raw(), text.attachments());
            case ClientOutgoing.Packed packed -> {
                SocketIoCodec.Encoded kept = SocketIoCodec.encode(packed.packet());
                tap.packet(
                        Direction.TO_SERVER, transport, packed.socket(), packed.packet(), kept.text(), kept.attachments());
            }
            case ClientOutgoing.Attachment ignored -> {}
        }
    }

    /**
     * Takes what fits into one POST. The sizes are the reference's estimate (engine.io-client 6.6, Socket._getWritablePackets):
     * a packet's data, a third more for binary, and two for each separator and type; one packet always fits.
     *
     * @param maxPayload the server's limit in bytes; none if not above zero
     */
    private List<ClientOutgoing> takeBatch(long maxPayload) {
        List<ClientOutgoing> batch = new ArrayList<>();
        long size = 1;
        for (ClientOutgoing packet : waiting) {
            size += dataSize(packet);
            if (maxPayload > 0 && !batch.isEmpty() && size > maxPayload) {
                break;
            }
            batch.add(packet);
            size += 2;
        }
        for (int i = 0; i < batch.size(); i++) {
            waiting.removeFirst();
        }
        return batch;
    }

    private static long dataSize(ClientOutgoing packet) {
        int length = packet.raw().length();
        return packet.binary() ? (long) Math.ceil(length * 1.33) : length - 1L;
    }
}

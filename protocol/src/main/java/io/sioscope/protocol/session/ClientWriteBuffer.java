package io.sioscope.protocol.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Packets that wait for their transport, in order. One thread. */
final class ClientWriteBuffer {
    private final Deque<ClientOutgoing> waiting = new ArrayDeque<>();

    void add(ClientOutgoing packet) {
        waiting.addLast(packet);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void clear() {
        waiting.clear();
    }

    @Nullable ClientOutgoing next() {
        return waiting.pollFirst();
    }

    /**
     * Takes what fits into one POST. The sizes are the reference's estimate (engine.io-client 6.6, Socket._getWritablePackets):
     * a packet's data, a third more for binary, and two for each separator and type; one packet always fits.
     *
     * @param maxPayload the server's limit in bytes; none if not above zero
     */
    List<ClientOutgoing> takeBatch(long maxPayload) {
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

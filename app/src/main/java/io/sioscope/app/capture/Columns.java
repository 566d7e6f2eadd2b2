package io.sioscope.app.capture;

import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;

/** The rows of a journal as columns, 40 bytes a row, outside the heap. Row {@code n} is at index {@code n - 1}. */
final class Columns {
    /** In {@link #pairs}: no acknowledgement will come any more. */
    static final int NEVER = -1;
    /** In {@link #ack}: there is none. */
    static final int NO_ACK = -1;
    /** In {@link #ack}: there is one, and it stands in the record. */
    static final int LARGE_ACK = -2;
    /** In {@link #event}: there is none. */
    static final int NO_EVENT = -2;

    private static final int TO_CLIENT = 1 << 3;
    private static final int WEBSOCKET = 1 << 4;
    private static final int BINARY = 1 << 5;
    private static final int OMITTED = 1 << 6;
    private static final int KIND_SHIFT = 8;
    private static final Layer[] LAYERS = Layer.values();

    final LongColumn time = new LongColumn();
    final LongColumn offset = new LongColumn();
    final IntColumn size = new IntColumn();
    final IntColumn place = new IntColumn();
    final IntColumn event = new IntColumn();
    final IntColumn ack = new IntColumn();
    final IntColumn pairs = new IntColumn();
    private final IntColumn flags = new IntColumn();

    /** Writes a row. The writer's thread, for rows that are not published yet. */
    void set(long n, Entry entry, RecordCodec.Ids ids, long recordAt) {
        long i = n - 1;
        time.set(i, entry.timeNanos());
        offset.set(i, recordAt);
        size.set(i, (int) Math.min(Integer.MAX_VALUE, entry.size()));
        place.set(i, ids.place());
        event.set(i, entry.event().isEmpty() ? NO_EVENT : ids.event());
        ack.set(i, entry.ackId() > Integer.MAX_VALUE ? LARGE_ACK : (int) Math.max(NO_ACK, entry.ackId()));
        pairs.set(i, 0);
        flags.set(i, flags(entry, ids.kind()));
    }

    private static int flags(Entry entry, int kind) {
        return entry.layer().ordinal()
                | (entry.direction() == Direction.TO_CLIENT ? TO_CLIENT : 0)
                | (entry.transport() == Transport.WEBSOCKET ? WEBSOCKET : 0)
                | (entry.binary() ? BINARY : 0)
                | (entry.body().omitted() ? OMITTED : 0)
                | (kind + 1) << KIND_SHIFT;
    }

    Layer layer(long n) {
        return LAYERS[flags.get(n - 1) & 7];
    }

    Direction direction(long n) {
        return (flags.get(n - 1) & TO_CLIENT) != 0 ? Direction.TO_CLIENT : Direction.TO_SERVER;
    }

    Transport transport(long n) {
        return (flags.get(n - 1) & WEBSOCKET) != 0 ? Transport.WEBSOCKET : Transport.POLLING;
    }

    boolean binary(long n) {
        return (flags.get(n - 1) & BINARY) != 0;
    }

    boolean omitted(long n) {
        return (flags.get(n - 1) & OMITTED) != 0;
    }

    /** The kind's id, or {@link Names#OTHER}. */
    int kind(long n) {
        return (flags.get(n - 1) >>> KIND_SHIFT) - 1;
    }
}

package io.sioscope.app.capture.format;

import io.sioscope.app.capture.Entry;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a HAR carried, kept until it can be put into the order of its times: bytes in a private temporary file, a few numbers
 * for each message in memory. Bounded. Belongs to one thread.
 */
final class HarSpool implements Closeable {
    /** Memory for each item, with room to grow and to sort. */
    private static final int ITEM_BYTES = 100;

    private static final int BUFFER = 256 * 1024;
    private static final int TO_CLIENT = 1;
    private static final int POLLING = 2;
    private static final int BINARY = 4;
    private static final int READY = 8;
    private static final int LINK_SHIFT = 4;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final int most = (int) Math.min(50_000_000, Runtime.getRuntime().maxMemory() / 2 / ITEM_BYTES);
    private final List<HarItem.Link> links = new ArrayList<>();
    private final Map<HarItem.Link, Integer> linkIds = new HashMap<>();
    private final List<Entry> ready = new ArrayList<>();
    private long[] times = new long[256];
    private long[] offsets = new long[256];
    private int[] lengths = new int[256];
    private int[] metas = new int[256];
    private int size;
    private long written;

    HarSpool() throws IOException {
        file = Files.createTempFile("sioscope-", ".part");
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    int size() {
        return size;
    }

    /** Whether no more can be kept. A row takes as much as twenty messages. */
    boolean isFull() {
        return size + ready.size() * 20L >= most;
    }

    /** Keeps a message, of a connection that {@link #setLink} tells. */
    void add(long timeNanos, Direction direction, Transport transport, boolean binary, Bytes data)
            throws IOException {
        int meta = (direction == Direction.TO_CLIENT ? TO_CLIENT : 0)
                | (transport == Transport.POLLING ? POLLING : 0)
                | (binary ? BINARY : 0);
        put(timeNanos, written + buffer.position(), data.length(), meta);
        if (data.length() > buffer.remaining()) {
            flush();
        }
        if (data.length() > buffer.remaining()) {
            writeAll(data.toBuffer());
        } else {
            buffer.put(data.toBuffer());
        }
    }

    /** Keeps a row that needs no decoding. */
    void add(Entry row) {
        put(row.timeNanos(), ready.size(), 0, READY);
        ready.add(row);
    }

    private void put(long time, long offset, int length, int meta) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            offsets = Arrays.copyOf(offsets, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
            metas = Arrays.copyOf(metas, size * 2);
        }
        times[size] = time;
        offsets[size] = offset;
        lengths[size] = length;
        metas[size] = meta;
        size++;
    }

    /** Tells the connection of the messages from {@code from} to the last. */
    void setLink(int from, HarItem.Link link) {
        int id = linkIds.computeIfAbsent(link, key -> {
            links.add(key);
            return links.size() - 1;
        });
        for (int i = from; i < size; i++) {
            metas[i] |= id << LINK_SHIFT;
        }
    }

    /** Forgets the messages from {@code from} to the last. */
    void forget(int from) {
        size = from;
    }

    /** The items in the order of their times; those of one time in the order in which they were kept. */
    Integer[] inOrder() {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingLong(i -> times[i]));
        return order;
    }

    HarItem item(int item) throws IOException {
        int meta = metas[item];
        if ((meta & READY) != 0) {
            return new HarItem.Ready(ready.get((int) offsets[item]));
        }
        return new HarItem.Message(
                times[item],
                links.get(meta >>> LINK_SHIFT),
                (meta & TO_CLIENT) != 0 ? Direction.TO_CLIENT : Direction.TO_SERVER,
                (meta & POLLING) != 0 ? Transport.POLLING : Transport.WEBSOCKET,
                read(offsets[item], lengths[item]),
                (meta & BINARY) != 0);
    }

    private Bytes read(long at, int length) throws IOException {
        if (buffer.position() > 0) {
            flush();
        }
        ByteBuffer target = ByteBuffer.allocate(length);
        while (target.hasRemaining()) {
            if (channel.read(target, at + target.position()) < 0) {
                throw new IOException("the temporary file was cut");
            }
        }
        return Bytes.wrap(target.array());
    }

    private void flush() throws IOException {
        writeAll(buffer.flip());
        buffer.clear();
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            written += channel.write(bytes, written);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}

package io.sioscope.app.capture;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writing side of a native capture. Belongs to one thread. Where the file can take no more, because of its limit or
 * because the system refuses, rows are lost, counted, and if possible told in a gap row at the end; what was written before
 * stays whole.
 */
public final class JournalWriter implements Recorder {
    private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);
    private static final int BATCH = 256 * 1024;
    private static final int DIRECT = 64 * 1024;

    /** A larger body is left out; no record may be more than an {@code int} long. */
    private static final long MAX_BODY = 256L << 20;

    private final FileChannel channel;
    private final Journal journal;
    private final JournalIndex index;
    private final RecordCodec codec;
    private final long fileLimit;
    private final RecentBodies recent = new RecentBodies();
    private final RecordBuffer head = new RecordBuffer();
    private final RecordBuffer batch = new RecordBuffer();
    private final CRC32C checksum = new CRC32C();
    private final LossCount beyond = new LossCount();
    private long written;
    private long committed;
    private boolean failed;
    private boolean closed;

    JournalWriter(FileChannel channel, Journal journal, long fileLimit) {
        this.channel = channel;
        this.journal = journal;
        this.index = journal.index();
        this.codec = new RecordCodec(index.names);
        this.fileLimit = fileLimit;
        this.written = journal.fileBytes();
        this.committed = written;
    }

    /** The reading side. */
    public Journal journal() {
        return journal;
    }

    private long end() {
        return written + batch.length();
    }

    @Override
    public @Nullable Numbered append(Entry entry) {
        if (failed || closed) {
            return null;
        }
        if (end() >= fileLimit + fileLimit / 4) {
            beyond.add(1, entry.size(), entry.timeNanos());
            return null;
        }
        boolean tooMuch = end() >= fileLimit
                || entry.body().size() > MAX_BODY
                || entry.body().attachments().size() > RecordCodec.MAX_ATTACHMENTS;
        return write(tooMuch && entry.body().size() > 0 ? entry.withoutBody() : entry);
    }

    private @Nullable Numbered write(Entry entry) {
        Body body = entry.body();
        long sharedAt = body.omitted() ? 0 : recent.find(body);
        long recordAt = end();
        head.clear();
        RecordCodec.Ids ids = codec.write(entry, sharedAt, head);
        boolean inline = sharedAt == 0 && !body.omitted();
        try {
            putRecord(inline ? body : Body.NONE);
        } catch (IOException refused) {
            fail(refused);
            return null;
        }
        if (inline) {
            recent.add(body, recordAt);
        }
        return indexed(entry, ids, recordAt);
    }

    /** The columns lie outside the heap, where the system may have no more room; that ends recording like a full disk. */
    private @Nullable Numbered indexed(Entry entry, RecordCodec.Ids ids, long recordAt) {
        try {
            return index.add(entry, ids, recordAt);
        } catch (OutOfMemoryError noRoom) {
            fail(new IOException("not enough memory for more rows", noRoom));
            return null;
        }
    }

    private void putRecord(Body body) throws IOException {
        checksum.reset();
        checksum.update(head.toBuffer());
        checksum.update(body.raw().toBuffer());
        for (Bytes attachment : body.attachments()) {
            checksum.update(attachment.toBuffer());
        }
        batch.putInt(Math.toIntExact(head.length() + body.size()));
        batch.putInt((int) checksum.getValue());
        batch.putBuffer(head.toBuffer());
        put(body.raw());
        for (Bytes attachment : body.attachments()) {
            put(attachment);
        }
        if (batch.length() >= BATCH) {
            flush();
        }
    }

    private void put(Bytes bytes) throws IOException {
        if (bytes.length() < DIRECT) {
            batch.putBuffer(bytes.toBuffer());
            return;
        }
        flush();
        writeAll(bytes.toBuffer());
    }

    private void flush() throws IOException {
        writeAll(batch.toBuffer());
        batch.clear();
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            written += channel.write(bytes, written);
        }
    }

    @Override
    public int commit() {
        if (failed) {
            return index.discard();
        }
        try {
            flush();
        } catch (IOException refused) {
            fail(refused);
            return index.discard();
        }
        committed = written;
        journal.grown(committed);
        index.publish();
        return 0;
    }

    /** Ends recording; the file is cut back to its last whole record where the system lets us. */
    private void fail(IOException refused) {
        failed = true;
        String words = refused.getMessage();
        journal.failed(words == null ? refused.getClass().getSimpleName() : words);
        LOG.warn("the capture cannot be written any further: {}", words);
        batch.clear();
        try {
            channel.truncate(committed);
        } catch (IOException alsoRefused) {
            LOG.debug("the capture's last record stays incomplete", alsoRefused);
        }
    }

    /** Writes what was lost beyond the limit as a last row, commits, and closes the file for writing. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        if (!beyond.isEmpty() && !failed) {
            write(beyond.take("", Direction.TO_SERVER, Transport.WEBSOCKET));
        }
        commit();
        closed = true;
        try {
            channel.close();
        } catch (IOException refused) {
            LOG.warn("the capture's file did not close: {}", refused.getMessage());
        }
    }
}

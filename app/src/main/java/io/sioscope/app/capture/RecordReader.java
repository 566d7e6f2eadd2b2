package io.sioscope.app.capture;

import io.sioscope.protocol.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads single records from a native capture by their place in the file, through a window over it that is kept from read to
 * read: small for single rows, large for a pass over all. Belongs to one thread at a time.
 */
final class RecordReader {
    /** Bytes before a record's payload: its length and its checksum. */
    static final int FRAME = 8;

    /** The most that a head may take. */
    static final int LONGEST_HEAD = 1 << 20;

    private final JournalFile file;
    private final RecordCodec codec;
    private ByteBuffer window;
    private long windowAt;

    RecordReader(JournalFile file, Names names, int window) {
        this.file = file;
        this.codec = new RecordCodec(names);
        this.window = ByteBuffer.allocate(window).limit(0);
    }

    /** A record whose payload starts at {@code payloadAt}. */
    record Found(RecordHead head, long payloadAt, int length) {}

    /** The head of the record that starts at {@code at}. */
    Found head(long at) throws IOException {
        ByteBuffer frame = bytes(at, FRAME);
        int length = frame.getInt();
        if (length <= 0 || length > 2_048 && length > file.size() - at - FRAME) {
            throw new MalformedRecordException("an impossible length");
        }
        int first = Math.min(length, 2_048);
        try {
            return new Found(codec.read(bytes(at + FRAME, first), false), at + FRAME, length);
        } catch (MalformedRecordException perhapsLonger) {
            if (first == length) {
                throw perhapsLonger;
            }
            ByteBuffer more = bytes(at + FRAME, Math.min(length, LONGEST_HEAD));
            return new Found(codec.read(more, false), at + FRAME, length);
        }
    }

    /** The record that holds the body of this one: itself, or the one that it refers to. */
    Found holder(Found record) throws IOException {
        RecordHead head = record.head();
        if (head.sharedAt() == 0) {
            return record;
        }
        if (head.sharedAt() < CaptureFile.HEADER || head.sharedAt() >= record.payloadAt() - FRAME) {
            throw new MalformedRecordException("a body that is not in the file");
        }
        Found holder = head(head.sharedAt());
        if (holder.head().sharedAt() != 0
                || head.argumentsTo() > holder.head().rawLength()) {
            throw new MalformedRecordException("a body that is not where it should be");
        }
        return holder;
    }

    /** The whole body of a record. */
    Body body(Found record) throws IOException {
        RecordHead head = record.head();
        if (head.omitted()) {
            return Body.OMITTED;
        }
        Found holder = holder(record);
        long at = holder.payloadAt() + holder.head().bodyAt();
        if (holder.head().bodyAt() + holder.head().bodyLength() != holder.length()) {
            throw new MalformedRecordException("a body of another length");
        }
        Bytes raw = copy(at, holder.head().rawLength());
        at += raw.length();
        List<Bytes> attachments = new ArrayList<>(holder.head().attachments().length);
        for (int length : holder.head().attachments()) {
            attachments.add(copy(at, length));
            at += length;
        }
        return new Body(
                raw, attachments, head.rawBinary(), false, head.argumentsFrom(), head.argumentsTo());
    }

    /** A copy of a part of the file. */
    Bytes copy(long at, int length) throws IOException {
        if (length == 0) {
            return Bytes.EMPTY;
        }
        byte[] copy = new byte[length];
        if (length > window.capacity()) {
            ByteBuffer whole = file.read(at, ByteBuffer.wrap(copy));
            if (whole.remaining() < length) {
                throw new MalformedRecordException("the file ends too early");
            }
        } else {
            bytes(at, length).get(copy);
        }
        return Bytes.wrap(copy);
    }

    /** A part of the file, valid until the next read. */
    ByteBuffer bytes(long at, int length) throws IOException {
        boolean inside = at >= windowAt && at + length <= windowAt + window.limit();
        if (!inside) {
            if (length > window.capacity()) {
                window = ByteBuffer.allocate(length);
            }
            fill(at);
        }
        int from = (int) (at - windowAt);
        if (window.limit() - from < length) {
            throw new MalformedRecordException("the file ends too early");
        }
        return window.slice(from, length);
    }

    private void fill(long at) throws IOException {
        windowAt = at;
        boolean read = false;
        try {
            file.read(at, window);
            read = true;
        } finally {
            if (!read) {
                window.limit(0);
            }
        }
    }
}

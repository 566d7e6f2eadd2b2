package io.sioscope.app.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * The native capture format, version 1: a header of 16 bytes, then records. A record is the length of its payload and the
 * payload's CRC-32C, four bytes each, highest first, and the payload ({@link RecordCodec}). Everything up to the last whole
 * record can be read, however the writing ended.
 */
public final class CaptureFile {
    /** The ending of such a file's name. */
    public static final String ENDING = ".siocap";

    /** The length of the header. */
    static final int HEADER = 16;

    private static final long MAGIC = 0x8953_494f_4341_500aL;
    private static final int VERSION = 1;
    private static final int WINDOW = 1 << 20;

    /** Bounds that hold for every file, whatever the limits of the journal that wrote it. */
    private static final int MAX_PLACES = 1 << 20;

    private static final int MAX_EVENTS = 1 << 17;

    private CaptureFile() {}

    /**
     * An opened capture.
     *
     * @param journal its rows, read-only
     * @param leftOutBytes bytes at the end that are no whole record, as a kill leaves them; 0 where the file is whole
     * @param goodUntil the place in the file up to which it was read
     */
    public record Opened(Journal journal, long leftOutBytes, long goodUntil) {}

    /**
     * Makes a new capture, replacing a file of that name.
     *
     * @throws IOException if the file cannot be made
     */
    public static JournalWriter create(Path path, JournalLimits limits) throws IOException {
        FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        try {
            ByteBuffer header = ByteBuffer.allocate(HEADER);
            header.putLong(MAGIC).putInt(VERSION).putInt(0).flip();
            while (header.hasRemaining()) {
                channel.write(header, header.position());
            }
            JournalIndex index = new JournalIndex(
                    Math.min(limits.places(), MAX_PLACES), Math.min(limits.names(), MAX_EVENTS), limits.openAcks());
            Journal journal = new Journal(new JournalFile(path), index, HEADER);
            return new JournalWriter(channel, journal, limits.fileBytes());
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    /** Makes a new capture with {@link JournalLimits#DEFAULT}. */
    public static JournalWriter create(Path path) throws IOException {
        return create(path, JournalLimits.DEFAULT);
    }

    /**
     * Opens a capture, up to its last whole record.
     *
     * @throws CaptureFileException if it is none
     * @throws IOException if it cannot be read
     */
    public static Opened open(Path path) throws IOException {
        JournalFile file = new JournalFile(path);
        try {
            checkHeader(file);
            JournalIndex index = new JournalIndex(MAX_PLACES, MAX_EVENTS, JournalLimits.DEFAULT.openAcks());
            long size = file.size();
            long good = index(file, index, size);
            index.publish();
            return new Opened(new Journal(file, index, good), size - good, good);
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    private static void checkHeader(JournalFile file) throws IOException {
        ByteBuffer header = file.read(0, ByteBuffer.allocate(HEADER));
        if (header.remaining() < HEADER || header.getLong() != MAGIC) {
            throw new CaptureFileException(CaptureFileException.Problem.NOT_A_CAPTURE, "");
        }
        int version = header.getInt();
        if (version != VERSION) {
            throw new CaptureFileException(
                    CaptureFileException.Problem.NEWER_VERSION, Integer.toString(version));
        }
    }

    /** Adds every whole record to the index, and answers where the first that is not whole starts. */
    private static long index(JournalFile file, JournalIndex index, long size) throws IOException {
        RecordReader reader = new RecordReader(file, index.names, WINDOW);
        RecordCodec codec = new RecordCodec(index.names);
        long at = HEADER;
        while (at + RecordReader.FRAME < size) {
            ByteBuffer frame = reader.bytes(at, RecordReader.FRAME);
            int length = frame.getInt();
            int expected = frame.getInt();
            long payloadAt = at + RecordReader.FRAME;
            if (length <= 0 || length > size - payloadAt || checksum(reader, payloadAt, length) != expected) {
                return at;
            }
            try {
                int first = Math.min(length, RecordReader.LONGEST_HEAD);
                RecordHead head = codec.read(reader.bytes(payloadAt, first), true);
                boolean own = head.sharedAt() == 0 && !head.omitted();
                if (own && head.bodyAt() + head.bodyLength() != length) {
                    return at;
                }
                index.add(entry(head, light(head), details(head)), ids(head), at);
            } catch (MalformedRecordException damaged) {
                return at;
            }
            at = payloadAt + length;
        }
        return at;
    }

    private static int checksum(RecordReader reader, long at, int length) throws IOException {
        CRC32C checksum = new CRC32C();
        int done = 0;
        while (done < length) {
            int part = Math.min(WINDOW, length - done);
            checksum.update(reader.bytes(at + done, part));
            done += part;
        }
        return (int) checksum.getValue();
    }

    private static RecordCodec.Ids ids(RecordHead head) {
        return new RecordCodec.Ids(head.kindId(), head.placeId(), head.eventId());
    }

    private static Body light(RecordHead head) {
        return new Body(
                Body.NONE.raw(),
                Body.NONE.attachments(),
                head.rawBinary(),
                head.omitted(),
                head.argumentsFrom(),
                head.argumentsTo());
    }

    private static Details details(RecordHead head) {
        return head.layer() == Layer.HTTP ? RecordCodec.details(head) : Details.NONE;
    }

    /** The entry of a record, with the body and details that go with it. */
    static Entry entry(RecordHead head, Body body, Details details) {
        Place place = head.place();
        return new Entry(
                head.timeNanos(),
                place.session(),
                place.link(),
                head.direction(),
                head.transport(),
                head.layer(),
                head.kind(),
                place.namespace(),
                place.socket(),
                head.event(),
                head.ackId(),
                head.size(),
                head.binary(),
                body,
                details);
    }
}

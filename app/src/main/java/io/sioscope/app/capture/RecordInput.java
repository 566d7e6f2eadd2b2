package io.sioscope.app.capture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads the native format's numbers and text from a buffer, checking every length. Belongs to one thread. */
final class RecordInput {
    private final ByteBuffer in;

    RecordInput(ByteBuffer in) {
        this.in = in;
    }

    int position() {
        return in.position();
    }

    int readByte() throws MalformedRecordException {
        need(1);
        return in.get() & 0xff;
    }

    long readLong() throws MalformedRecordException {
        need(8);
        return in.getLong();
    }

    long readNumber() throws MalformedRecordException {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            int next = readByte();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new MalformedRecordException("a number is too long");
    }

    /** A number from 0 to {@code max}. */
    int readInt(int max) throws MalformedRecordException {
        long value = readNumber();
        if (value > max) {
            throw new MalformedRecordException("a number is too large");
        }
        return (int) value;
    }

    String readText() throws MalformedRecordException {
        return new String(readBytes(), StandardCharsets.UTF_8);
    }

    byte[] readBytes() throws MalformedRecordException {
        byte[] bytes = new byte[readInt(in.remaining())];
        need(bytes.length);
        in.get(bytes);
        return bytes;
    }

    private void need(int count) throws MalformedRecordException {
        if (in.remaining() < count) {
            throw new MalformedRecordException("a record ends too early");
        }
    }
}

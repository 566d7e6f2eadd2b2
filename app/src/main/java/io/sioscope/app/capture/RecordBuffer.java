package io.sioscope.app.capture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes with the native format's ways to write numbers and text. Belongs to one thread. */
final class RecordBuffer {
    private byte[] array = new byte[4_096];
    private int length;

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    ByteBuffer toBuffer() {
        return ByteBuffer.wrap(array, 0, length);
    }

    void putByte(int value) {
        ensure(1);
        array[length++] = (byte) value;
    }

    void putLong(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            putByte((int) (value >>> shift));
        }
    }

    void putInt(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            putByte(value >>> shift);
        }
    }

    /** Seven bits a byte, lowest first; {@code value} is not negative. */
    void putNumber(long value) {
        long rest = value;
        while (rest >= 0x80) {
            putByte((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        putByte((int) rest);
    }

    void putText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        putNumber(bytes.length);
        putBytes(bytes);
    }

    void putBytes(byte[] bytes) {
        ensure(bytes.length);
        System.arraycopy(bytes, 0, array, length, bytes.length);
        length += bytes.length;
    }

    void putBuffer(ByteBuffer bytes) {
        int count = bytes.remaining();
        ensure(count);
        bytes.get(array, length, count);
        length += count;
    }

    private void ensure(int more) {
        if (array.length - length < more) {
            array = Arrays.copyOf(array, Math.max(array.length * 2, Math.addExact(length, more)));
        }
    }
}

package io.sioscope.protocol;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * An immutable run of bytes: a view of an array that nobody writes to any more.
 *
 * <p>A message is copied once from the network into a {@code Bytes}; sessions, application and capture then share that
 * copy, and slices of it. Equality is by content. Safe on any thread.
 */
public final class Bytes {
    /** No bytes. */
    public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

    private final byte[] array;
    private final int offset;
    private final int length;

    private Bytes(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    /** A copy of {@code source}. */
    public static Bytes copyOf(byte[] source) {
        return new Bytes(source.clone(), 0, source.length);
    }

    /** A view of {@code source}, which the caller hands over: it must never be written to again. */
    public static Bytes wrap(byte[] source) {
        return source.length == 0 ? EMPTY : new Bytes(source, 0, source.length);
    }

    /** A view of a part of {@code source}, which the caller hands over: it must never be written to again. */
    public static Bytes wrap(byte[] source, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, source.length);
        return new Bytes(source, offset, length);
    }

    /** The UTF-8 encoding of {@code text}; unpaired surrogates become {@code ?}. */
    public static Bytes utf8(String text) {
        return wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The number of bytes. */
    public int length() {
        return length;
    }

    /** Whether there is no byte. */
    public boolean isEmpty() {
        return length == 0;
    }

    /** The byte at {@code index}, 0 ≤ index &lt; {@link #length()}. */
    public byte at(int index) {
        Objects.checkIndex(index, length);
        return array[offset + index];
    }

    /** The bytes from {@code from} (inclusive) to {@code to} (exclusive), sharing this object's memory. */
    public Bytes slice(int from, int to) {
        Objects.checkFromToIndex(from, to, length);
        return from == 0 && to == length ? this : new Bytes(array, offset + from, to - from);
    }

    /** The whole as text; broken UTF-8 becomes U+FFFD. */
    public String utf8() {
        return new String(array, offset, length, StandardCharsets.UTF_8);
    }

    /** A part as text, from {@code from} (inclusive) to {@code to} (exclusive); broken UTF-8 becomes U+FFFD. */
    public String utf8(int from, int to) {
        Objects.checkFromToIndex(from, to, length);
        return new String(array, offset + from, to - from, StandardCharsets.UTF_8);
    }

    /** A copy as an array that the caller owns. */
    public byte[] toArray() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    /** A read-only buffer over the same memory. */
    public ByteBuffer toBuffer() {
        return ByteBuffer.wrap(array, offset, length).slice().asReadOnlyBuffer();
    }

    /** Copies a part of these bytes to {@code target}. */
    public void copyTo(int from, byte[] target, int targetOffset, int count) {
        Objects.checkFromIndexSize(from, count, length);
        System.arraycopy(array, offset + from, target, targetOffset, count);
    }

    /** Writes all bytes to {@code out}. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(array, offset, length);
    }

    /** The index of the first {@code wanted} byte at or after {@code from}, or -1. */
    public int indexOf(byte wanted, int from) {
        for (int i = from; i < length; i++) {
            if (array[offset + i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that
                && Arrays.equals(
                        array, offset, offset + length, that.array, that.offset, that.offset + that.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + array[offset + i];
        }
        return hash;
    }

    /** The length and the first bytes, for logs and failing tests. */
    @Override
    public String toString() {
        String text = utf8(0, Math.min(length, 80));
        return "Bytes[" + length + ": " + text + (length > 80 ? "…" : "") + "]";
    }
}

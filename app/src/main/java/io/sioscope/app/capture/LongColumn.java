package io.sioscope.app.capture;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * A growing column of numbers outside the heap, in chunks, freed with the object. One thread adds; any thread reads what
 * was published to it, and may see a changed value late but never torn.
 */
final class LongColumn {
    private static final int CHUNK_BITS = 15;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private final Arena arena = Arena.ofAuto();
    private volatile MemorySegment[] chunks = new MemorySegment[0];

    /** Sets the value at {@code index}, growing as needed. The writer's thread. */
    void set(long index, long value) {
        int chunk = Math.toIntExact(index >>> CHUNK_BITS);
        MemorySegment[] present = chunks;
        if (chunk >= present.length) {
            MemorySegment[] grown = Arrays.copyOf(present, chunk + 1);
            for (int i = present.length; i <= chunk; i++) {
                grown[i] = arena.allocate(CHUNK * 8L, 8);
            }
            chunks = grown;
            present = grown;
        }
        present[chunk].setAtIndex(ValueLayout.JAVA_LONG, index & (CHUNK - 1), value);
    }

    /** The value at {@code index}, which must have been set. */
    long get(long index) {
        return chunks[(int) (index >>> CHUNK_BITS)].getAtIndex(ValueLayout.JAVA_LONG, index & (CHUNK - 1));
    }
}

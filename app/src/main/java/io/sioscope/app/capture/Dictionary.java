package io.sioscope.app.capture;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/**
 * Distinct strings in the order in which they first appeared, bounded. One thread adds; any thread reads, and sees a list
 * that only grows.
 */
public final class Dictionary {
    /** What {@link #add} answers when there is no room for another string. */
    static final int FULL = -1;

    private static final int CHUNK_BITS = 10;

    private final int bound;
    private final Map<String, Integer> ids = new HashMap<>();
    private volatile String[][] chunks = new String[0][];
    private volatile int size;

    Dictionary(int bound) {
        this.bound = bound;
    }

    /** How many strings there are. Any thread. */
    public int size() {
        return size;
    }

    /** The string with this id, 0 ≤ id &lt; {@link #size()}. Any thread. */
    public String get(int id) {
        return chunks[id >>> CHUNK_BITS][id & ((1 << CHUNK_BITS) - 1)];
    }

    /** The strings that there are now, as a view that does not grow. Any thread. */
    public List<String> values() {
        return new Values(this, size);
    }

    /** Whether the bound is reached. The writer's thread. */
    boolean isFull() {
        return size >= bound;
    }

    /** The id, or {@link #FULL} where the string is not known. The writer's thread. */
    int find(String text) {
        Integer id = ids.get(text);
        return id == null ? FULL : id;
    }

    /** The id of a string, adding it where it is new; {@link #FULL} where there is no room. The writer's thread. */
    int add(String text) {
        int known = find(text);
        if (known != FULL || isFull()) {
            return known;
        }
        int id = size;
        int chunk = id >>> CHUNK_BITS;
        if (chunk >= chunks.length) {
            String[][] grown = java.util.Arrays.copyOf(chunks, chunk + 1);
            grown[chunk] = new String[1 << CHUNK_BITS];
            chunks = grown;
        }
        chunks[chunk][id & ((1 << CHUNK_BITS) - 1)] = text;
        ids.put(text, id);
        size = id + 1;
        return id;
    }

    private static final class Values extends AbstractList<String> implements RandomAccess {
        private final Dictionary dictionary;
        private final int length;

        Values(Dictionary dictionary, int length) {
            this.dictionary = dictionary;
            this.length = length;
        }

        @Override
        public String get(int index) {
            java.util.Objects.checkIndex(index, length);
            return dictionary.get(index);
        }

        @Override
        public int size() {
            return length;
        }
    }
}

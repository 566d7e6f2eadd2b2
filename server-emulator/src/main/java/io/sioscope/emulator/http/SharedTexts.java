package io.sioscope.emulator.http;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Keeps one copy of texts that many requests bring, such as the names of headers and what the same browser says in each: a host
 * with ten thousand clients would hold each of them ten thousand times. Holds a fixed number, the latest of each slot. Any thread.
 */
final class SharedTexts {
    private static final int SLOTS = 512;
    /** Longer texts are seldom the same, and would be kept for nothing. */
    private static final int MAX_LENGTH = 256;

    private final AtomicReferenceArray<String> slots = new AtomicReferenceArray<>(SLOTS);

    /** The text itself, or an equal one that came before. */
    String shared(String text) {
        if (text.length() > MAX_LENGTH) {
            return text;
        }
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 9 ^ hash >>> 18) & SLOTS - 1;
        String known = slots.getPlain(slot);
        if (text.equals(known)) {
            return known;
        }
        slots.setPlain(slot, text);
        return text;
    }
}

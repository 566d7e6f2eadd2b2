package io.sioscope.app.capture;

import org.jspecify.annotations.Nullable;

/** Takes entries in order, numbers them, pairs acknowledgements, and keeps them or not. Belongs to one thread. */
public interface Recorder extends AutoCloseable {
    /**
     * Takes an entry.
     *
     * @return the entry with its number; null where there was no room for it or the store has failed: it is lost
     */
    @Nullable Numbered append(Entry entry);

    /**
     * Makes everything taken so far visible to readers, and hands it to the operating system.
     *
     * @return how many of the entries taken since the last call were lost after all, because the store failed
     */
    int commit();

    /** Commits and ends. Nothing may be appended afterwards. */
    @Override
    void close();

    /** A recorder that numbers and pairs, and keeps nothing. */
    static Recorder keepingNothing() {
        return new PassingRecorder();
    }
}

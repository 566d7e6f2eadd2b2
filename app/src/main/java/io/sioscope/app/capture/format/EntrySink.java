package io.sioscope.app.capture.format;

import io.sioscope.app.capture.Entry;

/** Takes the entries of a file that is read, in the order of their times. */
@FunctionalInterface
public interface EntrySink {
    /**
     * Takes an entry; may wait.
     *
     * @throws InterruptedException if the thread is interrupted while it waits; reading ends as cancelled
     */
    void take(Entry entry) throws InterruptedException;
}

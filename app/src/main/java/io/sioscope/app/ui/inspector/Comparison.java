package io.sioscope.app.ui.inspector;

import io.sioscope.app.capture.Row;
import io.sioscope.app.inspect.Difference;

/** How the packet that is shown stands to the one before of the same event. */
public sealed interface Comparison {

    /** Nobody has asked, or the packet is no event. */
    record NotAsked() implements Comparison {}

    /** A worker searches. */
    record Searching() implements Comparison {}

    /**
     * There is none.
     *
     * @param searched how many rows were looked at
     * @param whole whether that was all there are
     */
    record NoPrevious(long searched, boolean whole) implements Comparison {}

    /** One of them cannot be compared: its bytes were left out, cannot be read, or are nested too deep. */
    record Unreadable(Row previous) implements Comparison {}

    /** Both were compared; the difference may be empty. */
    record Compared(Row previous, Difference difference) implements Comparison {}
}

package io.sioscope.app.ui.traffic;

/** What the last column of a row says about its acknowledgement. */
public sealed interface RowAck {

    /** Nobody asked for one. */
    record None() implements RowAck {}

    /**
     * It came.
     *
     * @param latencyNanos after how long
     */
    record Came(long latencyNanos) implements RowAck {}

    /**
     * It has not come yet.
     *
     * @param sinceNanos when it was asked for, on the capture's clock
     * @param ours whether a person may give it here: the other side asked us
     */
    record Awaited(long sinceNanos, boolean ours) implements RowAck {}

    /**
     * It never came, and will not.
     *
     * @param afterNanos how long it was waited for; 0 where that is not known
     */
    record Never(long afterNanos) implements RowAck {}

    /** The one for rows that need none. */
    RowAck NONE = new None();
}

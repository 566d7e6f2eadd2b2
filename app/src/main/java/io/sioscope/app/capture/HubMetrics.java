package io.sioscope.app.capture;

/**
 * What a hub has done with what it was given, since it began.
 *
 * @param recorded rows that were recorded
 * @param bytes the sum of the rows' sizes
 * @param lostEvents events that were left out
 * @param lostBytes their sizes
 * @param droppedBodies rows whose body was left out because the sources were faster than the capture
 */
public record HubMetrics(long recorded, long bytes, long lostEvents, long lostBytes, long droppedBodies) {
    /** Whether every event and every byte that sources told was recorded. */
    public boolean nothingLost() {
        return lostEvents == 0 && droppedBodies == 0;
    }
}

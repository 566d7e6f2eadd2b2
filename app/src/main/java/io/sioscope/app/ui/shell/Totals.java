package io.sioscope.app.ui.shell;

import java.util.Optional;

/**
 * The capture in figures.
 *
 * @param packets how many were captured
 * @param perSecond how many were captured in the last second
 * @param bytes the size of the capture on disk
 * @param lost how many were left out
 * @param bodies how many were captured without their contents
 * @param failure why nothing is recorded any more
 */
record Totals(long packets, long perSecond, long bytes, long lost, long bodies, Optional<String> failure) {

    static final Totals NONE = new Totals(0, 0, 0, 0, 0, Optional.empty());

    boolean nothingLost() {
        return lost == 0 && bodies == 0 && failure.isEmpty();
    }
}

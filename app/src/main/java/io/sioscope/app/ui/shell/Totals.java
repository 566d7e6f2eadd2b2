package io.sioscope.app.ui.shell;

/**
 * The capture in figures.
 *
 * @param packets how many were captured
 * @param bytes the size of the capture on disk
 * @param lost how many were left out
 * @param gaps in how many places
 * @param bodies how many were captured without their contents
 */
record Totals(long packets, long bytes, long lost, long gaps, long bodies) {

    static final Totals NONE = new Totals(0, 0, 0, 0, 0);
}

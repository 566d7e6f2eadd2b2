package io.sioscope.app.cli;

import io.sioscope.app.capture.format.Progress;

/**
 * Ends the reading or writing of a file on Ctrl+C.
 *
 * @param stop what Ctrl+C sets
 */
record FormatWatch(StopSignal stop) implements Progress {
    @Override
    public boolean at(long done, long total) {
        return !stop.isRequested();
    }
}

package io.sioscope.app.capture;

/** Hears of rows as they are recorded, for instance to print them. Called on the capture thread, in order. */
@FunctionalInterface
public interface CaptureListener {
    /** Takes a row. It should return quickly: while it works nothing is recorded. */
    void recorded(Numbered row);
}

package io.sioscope.app.capture.format;

/** Hears how far a file's reading or writing is, and may end it; interrupting the worker ends it
 * too. Called on the worker, now and then. */
public interface Progress {
    /** Hears nothing and never cancels. */
    Progress NONE = (done, total) -> true;

    /**
     * Takes note.
     *
     * @param done rows or bytes so far
     * @param total rows or bytes in all, in the same unit
     * @return false to cancel
     */
    boolean at(long done, long total);
}

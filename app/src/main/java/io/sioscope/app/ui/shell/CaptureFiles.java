package io.sioscope.app.ui.shell;

import io.sioscope.app.capture.Secret;
import io.sioscope.app.workbench.Explanation;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.LongConsumer;

/** Reads and writes captures. */
interface CaptureFiles {

    /**
     * Opens a capture as a session of its own. Blocks until all is read; stops when interrupted.
     *
     * @param progress hears how far the reading is, on the same thread
     * @throws Refused if it cannot be read
     */
    Result open(Path file, Reading progress) throws Refused;

    /** Hears how far a file is read. */
    @FunctionalInterface
    interface Reading {

        /**
         * Takes note.
         *
         * @param done what is read
         * @param total of what there is, in the same unit
         */
        void at(long done, long total);
    }

    /**
     * What came of reading or writing.
     *
     * @param session the session's id
     * @param packets how many were read or written
     * @param notes what was left out, in words; empty if nothing was
     */
    record Result(String session, long packets, String notes) {}

    /** What the capture holds that its owner may not want to hand on. */
    Set<Secret> secrets(String session);

    /**
     * Writes a session's packets, whole or not at all; the ending decides the form. Blocks; stops when interrupted.
     *
     * @param session its id; empty for everything
     * @param file where to
     * @param progress hears how many packets are written, on the same thread
     * @throws Refused if it cannot be written; nothing is left behind
     */
    Result write(String session, Path file, LongConsumer progress) throws Refused;

    /** Why a file could not be read or written. */
    final class Refused extends Exception {

        private final Explanation why;

        Refused(Explanation why) {
            super(why.message());
            this.why = why;
        }

        Explanation why() {
            return why;
        }
    }
}

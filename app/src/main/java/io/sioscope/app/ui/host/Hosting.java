package io.sioscope.app.ui.host;

import io.sioscope.app.workbench.Explanation;
import io.sioscope.app.workbench.HostSpec;

/** What the page asks of the program. */
public interface Hosting {

    /**
     * Starts a server; may block, so it is called on a worker.
     *
     * @param before the id of the session that this one takes the place of; empty for none
     * @param spec without problems
     */
    Starting start(String before, HostSpec spec);

    /** Stops a server; its session stays in the list. */
    void stop(String session);

    /** What became of a start. */
    sealed interface Starting {

        /** It listens, as the session with this id. */
        record Started(String session) implements Starting {}

        /** It could not. */
        record Refused(Explanation why) implements Starting {}
    }
}

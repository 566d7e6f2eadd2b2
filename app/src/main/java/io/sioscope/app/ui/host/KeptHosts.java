package io.sioscope.app.ui.host;

import io.sioscope.app.workbench.HostSpec;
import java.util.List;

/** The hosts that are kept with the workspace, as the page uses them. JavaFX thread. */
public interface KeptHosts {

    /** All of them, in the order of their keeping. */
    List<KeptHost> all();

    /** The id of the one that runs as this session; empty where none does. */
    String idOf(String session);

    /**
     * Keeps a host that was started.
     *
     * @param id the one that it takes the place of; empty for a new one, or for one that is the same as it
     * @return its id from now on
     */
    String keep(String id, HostSpec spec, String session);

    /**
     * Gives a host a name, and keeps it.
     *
     * @param id the one that it takes the place of; empty for a new one
     * @return its id from now on
     */
    String save(String id, String name, HostSpec spec);

    /** Starts one that does not run; the window stays where it is. */
    void start(KeptHost host);

    /** Stops one that runs. */
    void stop(KeptHost host);

    /** Goes to the page of one that runs. */
    void show(KeptHost host);

    /** Keeps it no longer, which can be undone; one that runs goes on. */
    void forget(KeptHost host);
}

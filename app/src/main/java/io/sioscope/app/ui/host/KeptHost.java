package io.sioscope.app.ui.host;

import io.sioscope.app.workbench.HostSpec;

/**
 * A host that is kept with the workspace.
 *
 * @param id tells it from others, whatever its name
 * @param name for people
 * @param spec what it is started with
 * @param session the session that it runs as; empty while it does not run
 * @param address what to give to a client; empty while it does not run
 */
public record KeptHost(String id, String name, HostSpec spec, String session, String address) {
    boolean isRunning() {
        return !session.isEmpty();
    }
}

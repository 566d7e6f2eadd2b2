package io.sioscope.app.ui.shell;

import io.sioscope.app.workbench.NamespaceState;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;

/** Who pressed Connect wants to see packets; who was refused something wants to see what. */
final class FirstConnect {

    private String session = "";

    /** A person opened this session just now. */
    void begin(String opened) {
        session = opened;
    }

    /**
     * Whether the session that is being opened is open now, with all that was asked for. True once.
     *
     * @param snapshot of any session
     */
    boolean isDone(SessionSnapshot snapshot) {
        if (!snapshot.id().equals(session) || snapshot.state() instanceof SessionState.Connecting) {
            return false;
        }
        boolean open = snapshot.state() instanceof SessionState.Connected;
        boolean waits = snapshot.namespaces().stream().anyMatch(each -> each.state() instanceof NamespaceState.Waiting);
        if (open && waits) {
            return false;
        }
        session = "";
        return open
                && snapshot.namespaces().stream().allMatch(each -> each.state() instanceof NamespaceState.Connected);
    }
}

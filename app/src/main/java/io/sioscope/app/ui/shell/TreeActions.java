package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.sessions.SessionActions;
import java.util.function.Consumer;

/** What the tree's menu does. */
record TreeActions(Desk desk, Runnable connecting, Consumer<String> duplicating, Consumer<String> closing)
        implements SessionActions {

    @Override
    public void connect() {
        connecting.run();
    }

    @Override
    public void disconnect(String session) {
        desk.end(session);
    }

    @Override
    public void reconnect(String session) {
        desk.reconnect(session);
    }

    @Override
    public void duplicate(String session) {
        duplicating.accept(session);
    }

    @Override
    public void close(String session) {
        closing.accept(session);
    }
}

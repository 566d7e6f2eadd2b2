package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.sessions.SessionActions;
import io.sioscope.app.workbench.ClientSession;
import java.util.Optional;
import java.util.function.Consumer;

/** What the tree's menu does. */
record TreeActions(Desk desk, Runnable connecting, Consumer<String> duplicating, Consumer<String> closing)
        implements SessionActions {

    @Override
    public void connect() {
        connecting.run();
    }

    @Override
    public boolean takesNamespaces(String session) {
        return desk.client(session).isPresent();
    }

    @Override
    public String addNamespace(String session, String name) {
        return desk.addNamespace(session, name);
    }

    @Override
    public void disconnect(String session, String namespace) {
        namespace(session, namespace)
                .ifPresentOrElse(client -> client.leave(namespace), () -> desk.end(session));
    }

    @Override
    public void reconnect(String session, String namespace) {
        namespace(session, namespace)
                .ifPresentOrElse(client -> client.join(namespace), () -> desk.reconnect(session));
    }

    @Override
    public void duplicate(String session) {
        duplicating.accept(session);
    }

    @Override
    public void close(String session, String namespace) {
        namespace(session, namespace)
                .ifPresentOrElse(client -> client.forget(namespace), () -> closing.accept(session));
    }

    /** A host's namespaces are not ours to leave: what is done to their lines is done to the host. */
    private Optional<ClientSession> namespace(String session, String namespace) {
        return namespace.isEmpty() ? Optional.empty() : desk.client(session);
    }
}

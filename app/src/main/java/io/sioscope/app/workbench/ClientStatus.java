package io.sioscope.app.workbench;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.client.ClientListener;
import io.sioscope.protocol.session.CloseDetail;
import io.sioscope.protocol.session.CloseReason;
import io.sioscope.protocol.session.ConnectFailure;
import io.sioscope.protocol.session.VersionFound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what a client session's snapshot tells, and passes on what it hears. Any thread. */
final class ClientStatus implements ClientListener {
    private final boolean reconnects;
    private final ClientObserver next;
    private final Runnable changed;
    private final Map<String, NamespaceState> namespaces = new LinkedHashMap<>();
    private SessionState state = new SessionState.Connecting();
    private @Nullable ConnectFailure failure;

    ClientStatus(boolean reconnects, ClientObserver next, Runnable changed) {
        this.reconnects = reconnects;
        this.next = next;
        this.changed = changed;
    }

    synchronized SessionState state() {
        return state;
    }

    synchronized Optional<ConnectFailure> lastFailure() {
        return Optional.ofNullable(failure);
    }

    synchronized List<NamespaceSnapshot> namespaces() {
        List<NamespaceSnapshot> all = new ArrayList<>(namespaces.size());
        namespaces.forEach((name, namespace) -> all.add(new NamespaceSnapshot(name, namespace)));
        return all;
    }

    void namespace(String name, NamespaceState namespace) {
        synchronized (this) {
            namespaces.put(name, namespace);
        }
        changed.run();
    }

    /** A person does not want to see a namespace any more. */
    void forget(String name) {
        synchronized (this) {
            namespaces.remove(name);
        }
        changed.run();
    }

    /** A person ended the connection. */
    void ended(CloseReason reason) {
        set(new SessionState.Closed(reason.text()));
    }

    /** A person wants the connection again. */
    void restarted() {
        synchronized (this) {
            if (state instanceof SessionState.Connected) {
                return;
            }
            state = new SessionState.Connecting();
        }
        changed.run();
    }

    @Override
    public void versionFound(VersionFound found) {
        next.versionFound(found);
    }

    @Override
    public void opened(String engineId, Transport transport) {
        synchronized (this) {
            failure = null;
        }
        set(new SessionState.Connected(transport));
        next.opened(engineId, transport);
    }

    @Override
    public void error(ConnectFailure why) {
        failed(why);
        next.error(why);
    }

    @Override
    public void closed(CloseReason reason, CloseDetail detail) {
        set(new SessionState.Closed(reason.text()));
        next.closed(reason, detail);
    }

    @Override
    public void ping() {
        next.ping();
    }

    @Override
    public void upgraded(Transport from, Transport to) {
        set(new SessionState.Connected(to));
        next.upgraded(from, to);
    }

    @Override
    public void upgradeFailed(ConnectFailure why) {
        next.upgradeFailed(why);
    }

    @Override
    public void reconnecting(int attempt, long delayMs) {
        set(new SessionState.Reconnecting(attempt, Instant.now().plusMillis(delayMs)));
        next.reconnecting(attempt, delayMs);
    }

    @Override
    public void reconnectAttempt(int attempt) {
        set(new SessionState.Reconnecting(attempt, Instant.now()));
        next.reconnectAttempt(attempt);
    }

    @Override
    public void reconnectError(ConnectFailure why) {
        failed(why);
        next.reconnectError(why);
    }

    @Override
    public void reconnected(int attempt) {
        next.reconnected(attempt);
    }

    @Override
    public void reconnectFailed() {
        synchronized (this) {
            if (failure != null) {
                state = new SessionState.Failed(failure);
            }
        }
        changed.run();
        next.reconnectFailed();
    }

    private void failed(ConnectFailure why) {
        synchronized (this) {
            failure = why;
            if (!reconnects) {
                state = new SessionState.Failed(why);
            }
        }
        changed.run();
    }

    private void set(SessionState changedTo) {
        synchronized (this) {
            state = changedTo;
        }
        changed.run();
    }
}

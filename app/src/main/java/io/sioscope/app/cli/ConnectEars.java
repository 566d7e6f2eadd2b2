package io.sioscope.app.cli;

import io.sioscope.app.workbench.ClientObserver;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.client.ConnectError;
import io.sioscope.protocol.session.CloseDetail;
import io.sioscope.protocol.session.CloseReason;
import io.sioscope.protocol.session.ConnectFailure;
import io.sioscope.protocol.session.VersionFound;
import io.sioscope.protocol.socketio.Arguments;
import java.util.Set;

/** Hears a client session on its event loop and sends signals to the command's thread. */
final class ConnectEars implements ClientObserver {
    private final SignalQueue<ConnectSignal> signals;
    private final Set<String> waits;
    private volatile int engine;
    private volatile Transport transport = Transport.POLLING;

    /**
     * Ears that have heard nothing.
     *
     * @param engine the revision of Engine.IO that was chosen, or the one to begin with
     * @param waits the events that are worth a signal
     */
    ConnectEars(SignalQueue<ConnectSignal> signals, int engine, Set<String> waits) {
        this.signals = signals;
        this.engine = engine;
        this.waits = Set.copyOf(waits);
    }

    @Override
    public void versionFound(VersionFound found) {
        engine = found.version().number();
        signals.send(new ConnectSignal.Found(found));
    }

    @Override
    public void opened(String engineId, Transport openedBy) {
        transport = openedBy;
    }

    @Override
    public void upgraded(Transport from, Transport to) {
        transport = to;
        signals.send(new ConnectSignal.Upgraded(to));
    }

    @Override
    public void error(ConnectFailure failure) {
        signals.send(new ConnectSignal.Failed(failure));
    }

    @Override
    public void closed(CloseReason reason, CloseDetail detail) {
        signals.send(new ConnectSignal.Closed(reason));
    }

    @Override
    public void reconnectAttempt(int attempt) {
        signals.send(new ConnectSignal.Attempt(attempt));
    }

    @Override
    public void reconnected(int attempt) {
        signals.send(new ConnectSignal.Reconnected(attempt));
    }

    @Override
    public void reconnectFailed() {
        signals.send(new ConnectSignal.GaveUp());
    }

    @Override
    public void namespaceConnected(String namespace, String sid, boolean recovered) {
        signals.send(new ConnectSignal.Connected(namespace, sid, transport, engine, recovered));
    }

    @Override
    public void namespaceError(String namespace, ConnectError error) {
        signals.send(new ConnectSignal.NamespaceError(namespace, error));
    }

    @Override
    public void namespaceDisconnected(String namespace, CloseReason reason) {
        signals.send(new ConnectSignal.Disconnected(namespace, reason));
    }

    @Override
    public void event(String namespace, String event, Arguments arguments) {
        if (waits.contains(event)) {
            signals.send(new ConnectSignal.Seen(event));
        }
    }
}

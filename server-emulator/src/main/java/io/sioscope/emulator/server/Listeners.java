package io.sioscope.emulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.CloseReason;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All listeners of a server as one. One that throws is logged and does not keep the others from hearing. Any thread. */
final class Listeners implements ServerListener {
    private static final Logger LOG = LoggerFactory.getLogger(SioServer.class);

    private final List<ServerListener> all;

    Listeners(List<ServerListener> initial) {
        this.all = new CopyOnWriteArrayList<>(initial);
    }

    void add(ServerListener listener) {
        all.add(listener);
    }

    void remove(ServerListener listener) {
        all.remove(listener);
    }

    private void tell(Consumer<ServerListener> message) {
        for (ServerListener listener : all) {
            try {
                message.accept(listener);
            } catch (RuntimeException | AssertionError | StackOverflowError failure) {
                LOG.error("a server listener failed", failure);
            }
        }
    }

    /** Runs an application's handler; what it throws ends here. */
    void run(ServerSocket socket, Runnable handler) {
        try {
            handler.run();
        } catch (RuntimeException | AssertionError | StackOverflowError failure) {
            LOG.error("a handler of {} failed", socket.namespace().name(), failure);
            handlerFailed(socket, failure);
        }
    }

    /** Asks a family; one whose function throws accepts nothing. */
    boolean accepts(LiveParent parent, String name, JsonNode auth) {
        try {
            return parent.accepts(name, auth);
        } catch (RuntimeException failure) {
            LOG.error("the test of a family of namespaces failed for {}", name, failure);
            return false;
        }
    }

    @Override
    public void connectionOpened(Connection connection) {
        tell(listener -> listener.connectionOpened(connection));
    }

    @Override
    public void connectionUpgraded(Connection connection, Transport from, Transport to) {
        tell(listener -> listener.connectionUpgraded(connection, from, to));
    }

    @Override
    public void connectionClosed(Connection connection, CloseReason reason) {
        tell(listener -> listener.connectionClosed(connection, reason));
    }

    @Override
    public void namespaceCreated(Namespace namespace) {
        tell(listener -> listener.namespaceCreated(namespace));
    }

    @Override
    public void socketConnected(ServerSocket socket) {
        tell(listener -> listener.socketConnected(socket));
    }

    @Override
    public void socketDisconnected(ServerSocket socket, CloseReason reason) {
        tell(listener -> listener.socketDisconnected(socket, reason));
    }

    @Override
    public void roomCreated(Namespace namespace, String room) {
        tell(listener -> listener.roomCreated(namespace, room));
    }

    @Override
    public void roomJoined(Namespace namespace, String room, String socketId) {
        tell(listener -> listener.roomJoined(namespace, room, socketId));
    }

    @Override
    public void roomLeft(Namespace namespace, String room, String socketId) {
        tell(listener -> listener.roomLeft(namespace, room, socketId));
    }

    @Override
    public void roomDeleted(Namespace namespace, String room) {
        tell(listener -> listener.roomDeleted(namespace, room));
    }

    @Override
    public void broadcastSent(
            Namespace namespace, String event, BroadcastTarget target, List<? extends ServerSocket> recipients) {
        tell(listener -> listener.broadcastSent(namespace, event, target, recipients));
    }

    @Override
    public void handlerFailed(ServerSocket socket, Throwable error) {
        tell(listener -> listener.handlerFailed(socket, error));
    }
}

package io.sioscope.protocol.client;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.net.ClientLinkOptions;
import io.sioscope.protocol.net.ClientLoopTimers;
import io.sioscope.protocol.net.ClientNet;
import io.sioscope.protocol.net.ClientTasks;
import io.sioscope.protocol.net.EventLoops;
import io.sioscope.protocol.session.ClientManager;
import io.sioscope.protocol.session.ClientManagerEvents;
import io.sioscope.protocol.session.ClientTimer;
import io.sioscope.protocol.session.CloseDetail;
import io.sioscope.protocol.session.CloseReason;
import io.sioscope.protocol.session.ConnectFailure;
import io.sioscope.protocol.session.VersionFound;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The client on an event loop: calls from any thread become tasks there, in their order; what the session says is told
 * there, and what is emitted meanwhile goes out at once.
 */
final class LoopSioClient implements SioClient {
    private final String url;
    private final EventLoops loops;
    private final boolean ownsLoops;
    private final ClientTasks tasks;
    private final ClientNet net;
    private final ClientManager manager;
    private final Handlers<ClientListener> listeners = new Handlers<>(logged -> {});
    private final Map<String, LoopClientSocket> sockets = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile @Nullable Session session;

    /** What is known about the open session. */
    private record Session(String id, Transport transport) {}

    LoopSioClient(
            String url,
            ClientManager.Options options,
            ClientLinkOptions links,
            EventLoops loops,
            boolean ownsLoops,
            @Nullable CaptureSink capture) {
        this.url = url;
        this.loops = loops;
        this.ownsLoops = ownsLoops;
        this.net = new ClientNet(links, loops, capture);
        this.tasks = net.tasks();
        ClientLoopTimers timers = net.timers(this::fired);
        this.manager = new ClientManager(
                options, net, timers, new Told(), () -> ThreadLocalRandom.current().nextDouble());
    }

    private void fired(ClientTimer timer) {
        manager.onTimer(timer, System.nanoTime());
    }

    /** Runs a task on the loop, later; false if the client is closed and its loop has ended. */
    boolean later(Runnable task) {
        return tasks.later(task);
    }

    /**
     * As {@link #later}, but at once where nothing is in the way: not while the heartbeat is overdue, since the task would end the
     * session inside a handler, and what came behind its message would be lost.
     */
    boolean soon(Runnable task) {
        return tasks.soon(() -> manager.isAlive(System.nanoTime()), task);
    }

    void handlerFailed(Throwable error) {
        listeners.call(listener -> listener.handlerFailed(error));
    }

    ClientManager manager() {
        return manager;
    }

    boolean isClosed() {
        return closed.get();
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public ClientSocket socket(String namespace) {
        String name = namespace.startsWith("/") ? namespace : "/" + namespace;
        if (name.indexOf(',') >= 0) {
            throw new IllegalArgumentException("a namespace has no comma: " + name);
        }
        return sockets.computeIfAbsent(name, made -> new LoopClientSocket(made, this));
    }

    @Override
    public ClientSocket socket(String namespace, Object auth) {
        return socket(namespace).auth(auth);
    }

    @Override
    public Collection<ClientSocket> sockets() {
        return List.copyOf(sockets.values());
    }

    @Override
    public void open() {
        if (!isClosed()) {
            later(() -> manager.open(System.nanoTime()));
        }
    }

    @Override
    public void closeEngine() {
        later(() -> manager.closeEngine(System.nanoTime()));
    }

    @Override
    public Subscription listen(ClientListener listener) {
        return listeners.add(listener);
    }

    @Override
    public boolean isOpen() {
        return session != null;
    }

    @Override
    public Optional<String> engineId() {
        return Optional.ofNullable(session).map(Session::id);
    }

    @Override
    public Optional<Transport> transport() {
        return Optional.ofNullable(session).map(Session::transport);
    }

    @Override
    public CompletableFuture<Void> closeAsync() {
        if (closed.compareAndSet(false, true)) {
            boolean taken = later(() -> {
                manager.close(System.nanoTime());
                net.whenIdle(this::release);
            });
            if (!taken) {
                ended.complete(null);
            }
        }
        return ended.copy();
    }

    private void release() {
        if (ownsLoops) {
            loops.close();
        }
        ended.complete(null);
    }

    private final class Told implements ClientManagerEvents {
        @Override
        public void versionFound(VersionFound found) {
            listeners.call(listener -> listener.versionFound(found));
        }

        @Override
        public void opened(String engineId, Transport transport) {
            session = new Session(engineId, transport);
            listeners.call(listener -> listener.opened(engineId, transport));
        }

        @Override
        public void error(ConnectFailure failure) {
            listeners.call(listener -> listener.error(failure));
        }

        @Override
        public void closed(CloseReason reason, CloseDetail detail) {
            session = null;
            listeners.call(listener -> listener.closed(reason, detail));
        }

        @Override
        public void ping() {
            listeners.call(ClientListener::ping);
        }

        @Override
        public void upgraded(Transport from, Transport to) {
            Session old = session;
            session = old == null ? null : new Session(old.id(), to);
            listeners.call(listener -> listener.upgraded(from, to));
        }

        @Override
        public void upgradeFailed(ConnectFailure failure) {
            listeners.call(listener -> listener.upgradeFailed(failure));
        }

        @Override
        public void reconnecting(int attempt, long delayMs) {
            listeners.call(listener -> listener.reconnecting(attempt, delayMs));
        }

        @Override
        public void reconnectAttempt(int attempt) {
            listeners.call(listener -> listener.reconnectAttempt(attempt));
        }

        @Override
        public void reconnectError(ConnectFailure failure) {
            listeners.call(listener -> listener.reconnectError(failure));
        }

        @Override
        public void reconnected(int attempt) {
            listeners.call(listener -> listener.reconnected(attempt));
        }

        @Override
        public void reconnectFailed() {
            listeners.call(ClientListener::reconnectFailed);
        }
    }
}

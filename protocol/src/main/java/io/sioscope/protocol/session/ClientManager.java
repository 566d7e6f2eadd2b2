package io.sioscope.protocol.session;

import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureEvent.LinkChange;
import io.sioscope.protocol.engineio.Handshake;
import io.sioscope.protocol.socketio.PacketParser;
import io.sioscope.protocol.socketio.ScanLimits;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection that outlives its engines, and the namespaces that share it: the reference's Manager
 * (socket.io-client 4.8, lib/manager.ts). Takes inputs with their monotonic time in nanoseconds; one thread.
 */
public final class ClientManager {
    /**
     * How to connect.
     *
     * @param sockets how the sockets send
     * @param parser how packets are written
     * @param query of every request; in revision 4 of Socket.IO also of the CONNECT packets
     * @param timeoutMs how long an attempt may take, above zero
     */
    public record Options(
            ClientEngineOptions engine,
            Reconnection reconnection,
            ClientSocketOptions sockets,
            PacketParser parser,
            Map<String, String> query,
            long timeoutMs,
            ScanLimits limits) {
        Options withEngine(EngineChoice choice) {
            return new Options(engine.with(choice), reconnection, sockets, parser, query, timeoutMs, limits);
        }
    }

    private enum State {
        CLOSED,
        OPENING,
        OPEN
    }

    private final Options options;
    private final ClientLinks.Factory links;
    private final ClientTimers timers;
    private final ClientManagerEvents events;
    private final ClientBackoff backoff;
    private final ClientMemory memory = new ClientMemory();
    private final Map<String, ClientNamespace> namespaces = new LinkedHashMap<>();
    /** All that are not over; one that is not the current attempt's is closing. */
    private final Map<Long, ClientEngine> engines = new HashMap<>();
    private State state = State.CLOSED;
    private boolean reconnecting;
    private boolean skipReconnect;
    /** The next attempt asks for revision 3, which the one before has found. */
    private boolean olderNext;
    private @Nullable ClientAttempt current;
    private @Nullable ClientTap latestTap;
    private long attempts;

    /**
     * A manager that has not begun.
     *
     * @param jitter numbers from 0 (inclusive) to 1 (exclusive)
     */
    public ClientManager(
            Options options,
            ClientLinks.Factory links,
            ClientTimers timers,
            ClientManagerEvents events,
            DoubleSupplier jitter) {
        this.options = options;
        this.links = links;
        this.timers = timers;
        this.events = events;
        this.backoff = new ClientBackoff(options.reconnection(), jitter);
    }

    /** The namespace of that name, made at the first call with {@code listener} and not connected then. */
    public ClientNamespace namespace(String name, ClientNamespace.Events listener) {
        return namespaces.computeIfAbsent(name, made -> new ClientNamespace(made, this, options, timers, listener));
    }

    /** Opens the connection unless it is open, being opened, or waiting for its next attempt. */
    public void open(long now) {
        if (state == State.CLOSED && !reconnecting) {
            begin();
        }
    }

    /** Leaves all namespaces and ends the connection. */
    public void close(long now) {
        List.copyOf(namespaces.values()).forEach(namespace -> {
            if (namespace.active()) {
                namespace.disconnect(now);
            }
        });
        shutDown(now);
        namespaces.values().forEach(ClientNamespace::abandon);
    }

    /**
     * Ends the connection from below, as {@code manager.engine.close()} does: "forced close" for all namespaces once what was
     * sent before has left, and then the reconnection that the options allow. An attempt to open is given up.
     */
    public void closeEngine(long now) {
        if (current != null) {
            current.engine().close(ClientEnd.FORCED, now);
        }
    }

    /** A timer fired. */
    public void onTimer(ClientTimer timer, long now) {
        switch (timer) {
            case ClientTimer.OfEngine ofEngine -> {
                ClientEngine engine = engines.get(ofEngine.engine());
                if (engine != null) {
                    engine.onTimer(ofEngine, now);
                }
            }
            case ClientTimer.Connect ignored -> onConnectTimeout(now);
            case ClientTimer.Reconnect ignored -> attemptAgain();
            case ClientTimer.Ack ack -> {
                ClientNamespace namespace = namespaces.get(ack.namespace());
                if (namespace != null) {
                    namespace.onTimer(ack);
                }
            }
        }
    }

    private void onConnectTimeout(long now) {
        if (state == State.OPENING && current != null) {
            ClientEngine engine = current.engine();
            engine.onFailed(new ConnectFailure.Timeout(engine.transport(), options.timeoutMs()), now);
        }
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether a session is open and its heartbeat is not overdue. */
    public boolean isAlive(long now) {
        return current != null && current.engine().isAlive(now);
    }

    void checkHeartbeat(long now) {
        ClientAttempt attempt = current;
        if (state == State.OPEN && attempt != null && !attempt.engine().isAlive(now)) {
            attempt.engine().checkHeartbeat(now);
        }
    }

    boolean isWritable() {
        return current != null && current.engine().isWritable();
    }

    @Nullable ClientAttempt current() {
        return current;
    }

    ClientManagerEvents events() {
        return events;
    }

    /** Whether the server speaks revision 4 of Socket.IO, which goes with revision 3 of Engine.IO. */
    boolean isOlder() {
        return current != null && current.engine().framing().version() == EngineVersion.V3;
    }

    void send(String socket, SocketPacket packet) {
        send(socket, packet, true);
    }

    void send(String socket, SocketPacket packet, boolean compress) {
        if (current != null) {
            current.send(socket, packet, compress);
        }
    }

    /** The namespace that a packet is for; null if nobody has asked for it. */
    @Nullable ClientNamespace known(String name) {
        int query = isOlder() ? name.indexOf('?') : -1;
        return namespaces.get(query < 0 ? name : name.substring(0, query));
    }

    /** In revision 4 of Socket.IO, what happens to the root namespace concerns all others. */
    void beforePacket(SocketPacket packet, long now) {
        ClientAttempt attempt = current;
        if (attempt == null || !isOlder() || !packet.namespace().equals("/")) {
            return;
        }
        if (packet instanceof SocketPacket.Connect) {
            attempt.root().granted();
        } else if (packet instanceof SocketPacket.Disconnect) {
            attempt.root().left();
        } else if (packet instanceof SocketPacket.ConnectError error) {
            List.copyOf(namespaces.values()).stream()
                    .filter(namespace -> !namespace.connected() && !namespace.name().equals("/"))
                    .forEach(waiting -> waiting.onPacket(error, 0, now));
        }
    }

    /**
     * A server granted a namespace without naming an id, as servers 1.x and 2.x do. Whether the connection is opened anew
     * in their revision, because it was to be found out.
     */
    boolean onOlderServer(long now) {
        ClientAttempt attempt = current;
        if (options.engine().engine() != EngineChoice.DETECT || attempt == null) {
            return false;
        }
        olderNext = true;
        events.versionFound(new VersionFound(EngineVersion.V3, VersionFound.How.GRANT_WITHOUT_ID));
        current = null;
        attempt.engine().close(ClientEnd.FORCED, now);
        begin();
        return true;
    }

    /** A namespace is not active any more; without any that is, the connection is not kept. */
    void onLeft(long now) {
        for (ClientNamespace namespace : namespaces.values()) {
            if (namespace.active()) {
                return;
            }
        }
        shutDown(now);
    }

    private void shutDown(long now) {
        skipReconnect = true;
        reconnecting = false;
        timers.cancel(new ClientTimer.Reconnect());
        if (state != State.CLOSED) {
            ended(CloseReason.FORCED_CLOSE, CloseDetail.NONE, now);
        }
        backoff.reset();
    }

    private void begin() {
        state = State.OPENING;
        skipReconnect = false;
        Options asked = olderNext ? options.withEngine(EngineChoice.V3) : options;
        olderNext = false;
        ClientAttempt attempt = new ClientAttempt(this, ++attempts, asked, memory, links, timers);
        current = attempt;
        latestTap = attempt.tap();
        engines.put(attempt.number(), attempt.engine());
        timers.start(new ClientTimer.Connect(), TimeUnit.MILLISECONDS.toNanos(options.timeoutMs()));
        attempt.engine().open();
    }

    /** Takes the engine's end into account; an engine that is still up closes by itself from here on. */
    private void ended(CloseReason reason, CloseDetail detail, long now) {
        ClientAttempt attempt = current;
        boolean wasOpen = state == State.OPEN;
        current = null;
        state = State.CLOSED;
        timers.cancel(new ClientTimer.Connect());
        if (attempt != null) {
            attempt.engine().close(new ClientEnd(reason, detail), now);
        }
        backoff.reset();
        if (wasOpen) {
            events.closed(reason, detail);
        }
        List.copyOf(namespaces.values()).forEach(namespace -> namespace.onManagerClosed(reason, detail));
        if (options.reconnection().enabled() && !skipReconnect) {
            reconnect();
        }
    }

    private void reconnect() {
        if (reconnecting || skipReconnect) {
            return;
        }
        if (backoff.attempts() >= options.reconnection().attempts()) {
            backoff.reset();
            events.reconnectFailed();
            return;
        }
        reconnecting = true;
        long delayMs = backoff.nextMs();
        if (latestTap != null) {
            latestTap.link(firstTransport(), new LinkChange.Reconnecting(backoff.attempts(), delayMs));
        }
        events.reconnecting(backoff.attempts(), delayMs);
        timers.start(new ClientTimer.Reconnect(), TimeUnit.MILLISECONDS.toNanos(delayMs));
    }

    private Transport firstTransport() {
        return options.engine().first();
    }

    private void attemptAgain() {
        if (skipReconnect || state != State.CLOSED) {
            return;
        }
        events.reconnectAttempt(backoff.attempts());
        begin();
    }

    void onOpened(Handshake handshake, Transport transport) {
        state = State.OPEN;
        timers.cancel(new ClientTimer.Connect());
        events.opened(handshake.sid(), transport);
        List.copyOf(namespaces.values()).forEach(ClientNamespace::onManagerOpen);
        if (reconnecting) {
            int attempt = backoff.attempts();
            reconnecting = false;
            backoff.reset();
            events.reconnected(attempt);
        }
    }

    void onFailed(ClientAttempt attempt, ConnectFailure failure) {
        engines.remove(attempt.number());
        if (current != attempt) {
            return;
        }
        current = null;
        state = State.CLOSED;
        timers.cancel(new ClientTimer.Connect());
        events.error(failure);
        List.copyOf(namespaces.values()).forEach(namespace -> namespace.onManagerError(failure));
        if (reconnecting) {
            reconnecting = false;
            reconnect();
            events.reconnectError(failure);
        } else if (options.reconnection().enabled() && backoff.attempts() == 0) {
            reconnect();
        }
    }

    /** The open connection's transport failed; its end is told next (socket.io-client 4.8, Manager.onerror). */
    void onBroken(ConnectFailure failure) {
        events.error(failure);
        List.copyOf(namespaces.values()).forEach(namespace -> namespace.onManagerError(failure));
    }

    /** The connection has ended, or is not wanted any more; then the engine's own end is still to come. */
    void onClosed(ClientAttempt attempt, CloseReason reason, CloseDetail detail, long now) {
        if (current == attempt) {
            ended(reason, detail, now);
        }
    }

    /** The engine is no more. */
    void onEnded(ClientAttempt attempt) {
        engines.remove(attempt.number());
    }
}

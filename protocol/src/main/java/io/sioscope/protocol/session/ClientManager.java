package io.sioscope.protocol.session;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureEvent.LinkChange;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.Handshake;
import io.sioscope.protocol.fault.ProtocolFault;
import io.sioscope.protocol.socketio.ScanLimits;
import io.sioscope.protocol.socketio.SocketDecoding;
import io.sioscope.protocol.socketio.SocketIoCodec;
import io.sioscope.protocol.socketio.SocketIoDecoder;
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
     * @param timeoutMs how long an attempt may take, above zero
     */
    public record Options(
            ClientEngineOptions engine, Reconnection reconnection, long timeoutMs, ScanLimits limits) {}

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
    private final Map<String, ClientNamespace> namespaces = new LinkedHashMap<>();
    /** All that are not over; one that is not the current attempt's is closing. */
    private final Map<Long, ClientEngine> engines = new HashMap<>();
    private State state = State.CLOSED;
    private boolean reconnecting;
    private boolean skipReconnect;
    private @Nullable Attempt current;
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
        return namespaces.computeIfAbsent(name, made -> new ClientNamespace(made, this, timers, listener));
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

    /** A timer fired. */
    public void onTimer(ClientTimer timer, long now) {
        switch (timer) {
            case ClientTimer.Heartbeat heartbeat -> onEngineTimer(heartbeat.engine(), heartbeat, now);
            case ClientTimer.Probe probe -> onEngineTimer(probe.engine(), probe, now);
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

    private void onEngineTimer(long number, ClientTimer timer, long now) {
        ClientEngine engine = engines.get(number);
        if (engine != null) {
            engine.onTimer(timer, now);
        }
    }

    private void onConnectTimeout(long now) {
        if (state == State.OPENING && current != null) {
            ClientEngine engine = current.engine;
            engine.onFailed(new ConnectFailure.Timeout(engine.transport(), options.timeoutMs()), now);
        }
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isAlive(long now) {
        return current != null && current.engine.isAlive(now);
    }

    void checkHeartbeat(long now) {
        Attempt attempt = current;
        if (state == State.OPEN && attempt != null && !attempt.engine.isAlive(now)) {
            attempt.engine.onTimer(new ClientTimer.Heartbeat(attempt.number), now);
        }
    }

    void send(String socket, SocketPacket packet) {
        Attempt attempt = current;
        if (attempt == null) {
            return;
        }
        SocketIoCodec.Encoded encoded = SocketIoCodec.encode(packet);
        attempt.engine.send(new ClientOutgoing.Text(socket, packet, encoded.text(), encoded.attachments()));
        for (Bytes attachment : encoded.attachments()) {
            attempt.engine.send(new ClientOutgoing.Attachment(attachment));
        }
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
        Attempt attempt = new Attempt();
        current = attempt;
        latestTap = attempt.tap;
        engines.put(attempt.number, attempt.engine);
        timers.start(new ClientTimer.Connect(), TimeUnit.MILLISECONDS.toNanos(options.timeoutMs()));
        attempt.engine.open();
    }

    /** Takes the engine's end into account; an engine that is still up closes by itself from here on. */
    private void ended(CloseReason reason, CloseDetail detail, long now) {
        Attempt attempt = current;
        boolean wasOpen = state == State.OPEN;
        current = null;
        state = State.CLOSED;
        timers.cancel(new ClientTimer.Connect());
        if (attempt != null) {
            attempt.engine.close(now);
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

    /** The engine of one attempt. Once it is not {@link #current}, what it still does concerns the tap alone. */
    private final class Attempt implements ClientEngineEvents {
        private final long number = ++attempts;
        private final ClientEngine engine =
                new ClientEngine(number, options.engine(), links, timers, this);
        private final @Nullable ClientTap tap = engine.tap();
        private final SocketIoDecoder decoder = new SocketIoDecoder(options.limits());
        private Bytes text = Bytes.EMPTY;

        private boolean isStale() {
            return current != this;
        }

        @Override
        public void opened(Handshake handshake, Transport transport, long now) {
            if (isStale()) {
                return;
            }
            state = State.OPEN;
            timers.cancel(new ClientTimer.Connect());
            events.opened(handshake.sid(), transport);
            namespaces.values().forEach(ClientNamespace::onManagerOpen);
            if (reconnecting) {
                int attempt = backoff.attempts();
                reconnecting = false;
                backoff.reset();
                events.reconnected(attempt);
            }
        }

        @Override
        public void message(EnginePacket message, Transport transport, long now) {
            boolean binary = message instanceof EnginePacket.BinaryMessage;
            SocketDecoding decoding = binary ? decoder.onBinary(message.raw()) : decoder.onText(message.raw());
            text = binary ? text : message.raw();
            switch (decoding) {
                case SocketDecoding.Partial ignored -> {}
                case SocketDecoding.Whole whole -> onPacket(whole.packet(), transport, now);
                case SocketDecoding.Broken broken -> {
                    tellFault("", broken.fault(), message.raw(), transport, binary);
                    parseError(broken.fault(), now);
                }
            }
        }

        private void onPacket(SocketPacket packet, Transport transport, long now) {
            ClientNamespace namespace = namespaces.get(packet.namespace());
            Bytes raw = text;
            text = Bytes.EMPTY;
            if (tap != null) {
                String sid = namespace == null || isStale() ? "" : socketId(namespace, packet);
                List<Bytes> attachments = packet.arguments().attachments();
                tap.packet(Direction.TO_CLIENT, transport, sid, packet, raw, attachments);
            }
            if (namespace == null || isStale()) {
                return;
            }
            ProtocolFault fault = namespace.onPacket(packet, now);
            if (fault != null) {
                tellFault(packet.namespace(), fault, raw, transport, false);
                parseError(fault, now);
            }
        }

        /** A grant belongs to the socket that it makes. */
        private String socketId(ClientNamespace namespace, SocketPacket packet) {
            return packet instanceof SocketPacket.Connect connect
                    ? connect.arguments().value(0).path("sid").asText("")
                    : namespace.sid();
        }

        private void tellFault(
                String namespace, ProtocolFault fault, Bytes raw, Transport transport, boolean binary) {
            if (tap != null) {
                tap.fault(transport, namespace, fault, raw, binary);
            }
        }

        private void parseError(ProtocolFault fault, long now) {
            engine.end(CloseReason.PARSE_ERROR, CloseDetail.of(fault), now);
        }

        @Override
        public void ping() {
            if (!isStale()) {
                events.ping();
            }
        }

        @Override
        public void upgraded(Transport from, Transport to) {
            if (!isStale()) {
                events.upgraded(from, to);
            }
        }

        @Override
        public void upgradeFailed(ConnectFailure failure) {
            if (!isStale()) {
                events.upgradeFailed(failure);
            }
        }

        @Override
        public void failed(ConnectFailure failure, long now) {
            engines.remove(number);
            if (isStale()) {
                return;
            }
            current = null;
            state = State.CLOSED;
            timers.cancel(new ClientTimer.Connect());
            events.error(failure);
            namespaces.values().forEach(namespace -> namespace.onManagerError(failure));
            if (reconnecting) {
                reconnecting = false;
                reconnect();
                events.reconnectError(failure);
            } else if (options.reconnection().enabled() && backoff.attempts() == 0) {
                reconnect();
            }
        }

        @Override
        public void closed(CloseReason reason, CloseDetail detail, long now) {
            engines.remove(number);
            if (!isStale()) {
                ended(reason, detail, now);
            }
        }
    }
}

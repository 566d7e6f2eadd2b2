package io.sioscope.protocol.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.session.ClientAuth;
import io.sioscope.protocol.session.ClientEmission;
import io.sioscope.protocol.session.ClientNamespace;
import io.sioscope.protocol.session.CloseDetail;
import io.sioscope.protocol.session.CloseReason;
import io.sioscope.protocol.session.ConnectFailure;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.ReservedEvents;
import io.sioscope.protocol.socketio.SocketPacket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A socket whose calls become tasks on its client's loop. */
final class LoopClientSocket implements ClientSocket {
    private static final Logger LOG = LoggerFactory.getLogger(LoopClientSocket.class);
    private static final String OLDER_SERVER =
            "the server granted the namespace without a socket id, as servers of version 2.x do";

    private final String name;
    private final LoopSioClient client;
    private final Handlers<AnyEventHandler> anyHandlers;
    private final Handlers<OutgoingHandler> outgoing;
    private final Map<String, Handlers<EventHandler>> handlers = new ConcurrentHashMap<>();
    private final Handlers<SocketListener> listeners;
    private final Told told = new Told();
    private final LoopEmitter emitter = LoopEmitter.of(this);
    private volatile boolean active;
    private volatile boolean recovered;
    private volatile String id = "";

    LoopClientSocket(String name, LoopSioClient client) {
        this.name = name;
        this.client = client;
        this.anyHandlers = new Handlers<>(client::handlerFailed);
        this.outgoing = new Handlers<>(client::handlerFailed);
        this.listeners = new Handlers<>(client::handlerFailed);
    }

    void handlerFailed(Throwable error) {
        client.handlerFailed(error);
    }

    /** Runs a task with the session's side of this socket, later, on the loop. */
    private boolean later(Consumer<ClientNamespace> task) {
        return client.later(() -> run(task));
    }

    private void run(Consumer<ClientNamespace> task) {
        ClientNamespace namespace = client.manager().namespace(name, told);
        task.accept(namespace);
        active = namespace.active();
    }

    @Override
    public String namespace() {
        return name;
    }

    @Override
    public boolean connected() {
        return !id.isEmpty();
    }

    @Override
    public Optional<String> id() {
        return Optional.of(id).filter(known -> !known.isEmpty());
    }

    @Override
    public boolean active() {
        return active;
    }

    @Override
    public ClientSocket auth(Object auth) {
        Arguments payload = Arguments.of(auth);
        later(namespace -> namespace.auth(ClientAuth.of(payload)));
        return this;
    }

    @Override
    public ClientSocket connect() {
        if (!client.isClosed()) {
            active = true;
            later(namespace -> namespace.connect(System.nanoTime()));
        }
        return this;
    }

    @Override
    public ClientSocket disconnect() {
        active = false;
        later(namespace -> namespace.disconnect(System.nanoTime()));
        return this;
    }

    @Override
    public ClientSocket auth(AuthSource auth) {
        later(namespace -> namespace.auth(give -> provide(auth, give)));
        return this;
    }

    private void provide(AuthSource auth, Consumer<Arguments> give) {
        try {
            auth.provide(payload -> {
                Arguments written = Arguments.of(payload);
                later(namespace -> give.accept(written));
            });
        } catch (RuntimeException | AssertionError | StackOverflowError thrown) {
            LOG.error("the source of the auth payload threw", thrown);
            told.refused("no auth: " + thrown.getMessage(), Optional.empty());
            later(namespace -> namespace.disconnect(System.nanoTime()));
        }
    }

    @Override
    public boolean recovered() {
        return recovered && connected();
    }

    @Override
    public ClientSocket emit(String event, Object... values) {
        emitter.emit(event, values);
        return this;
    }

    @Override
    public ClientSocket emit(String event, Arguments arguments) {
        emitter.emit(event, arguments);
        return this;
    }

    @Override
    public ClientSocket emit(String event, Arguments arguments, AckHandler ack) {
        emitter.emit(event, arguments, ack);
        return this;
    }

    @Override
    public CompletableFuture<Arguments> emitWithAck(String event, Object... values) {
        return emitter.emitWithAck(event, values);
    }

    @Override
    public CompletableFuture<Arguments> emitWithAck(Duration timeout, String event, Object... values) {
        return emitter.timeout(timeout).emitWithAck(event, values);
    }

    @Override
    public CompletableFuture<Arguments> emitWithAck(Duration timeout, String event, Arguments arguments) {
        return emitter.timeout(timeout).emitWithAck(event, arguments);
    }

    @Override
    public ClientEmitter timeout(Duration timeout) {
        return emitter.timeout(timeout);
    }

    @Override
    public ClientEmitter compress(boolean compress) {
        return emitter.compress(compress);
    }

    @Override
    public ClientEmitter asVolatile() {
        return emitter.asVolatile();
    }

    /** Emits; false if the client is closed. */
    boolean send(ClientEmission emission) {
        if (ReservedEvents.contains(emission.event())) {
            throw new IllegalArgumentException("\"" + emission.event() + "\" is a reserved event name");
        }
        ClientEmission listed =
                emission.arguments() instanceof Arguments.Absent ? emission.with(Arguments.NONE) : emission;
        return !client.isClosed() && client.soon(() -> run(namespace -> namespace.emit(listed, System.nanoTime())));
    }

    @Override
    public Subscription on(String event, EventHandler handler) {
        return handlers.computeIfAbsent(event, made -> new Handlers<>(client::handlerFailed)).add(handler);
    }

    @Override
    public Subscription onAny(AnyEventHandler handler) {
        return anyHandlers.add(handler);
    }

    @Override
    public Subscription onAnyOutgoing(OutgoingHandler handler) {
        return outgoing.add(handler);
    }

    @Override
    public Subscription listen(SocketListener listener) {
        return listeners.add(listener);
    }

    private final class Reply implements AckReply {
        private final long ackId;
        private final long epoch;
        private final AtomicBoolean sent = new AtomicBoolean();

        Reply(long ackId, long epoch) {
            this.ackId = ackId;
            this.epoch = epoch;
        }

        @Override
        public long id() {
            return ackId;
        }

        @Override
        public boolean isSent() {
            return sent.get();
        }

        @Override
        public boolean send(Object... values) {
            return send(Arguments.of(values));
        }

        @Override
        public boolean send(Arguments arguments) {
            boolean first = sent.compareAndSet(false, true);
            if (first) {
                Arguments listed = arguments instanceof Arguments.Absent ? Arguments.NONE : arguments;
                client.soon(() -> run(namespace -> namespace.reply(ackId, listed, epoch)));
            }
            return first;
        }
    }

    private final class Told implements ClientNamespace.Events {
        @Override
        public void connected(String sid, boolean restored) {
            recovered = restored;
            id = sid;
            listeners.call(listener -> listener.connected(sid));
        }

        @Override
        public void refused(String message, Optional<JsonNode> data) {
            active = false;
            ConnectError error = new ConnectError.Refused(message, data);
            listeners.call(listener -> listener.connectError(error));
        }

        @Override
        public void olderServer() {
            ConnectError error = new ConnectError.OlderServer(OLDER_SERVER);
            listeners.call(listener -> listener.connectError(error));
        }

        @Override
        public void unreachable(ConnectFailure failure) {
            ConnectError error = new ConnectError.Unreachable(failure);
            listeners.call(listener -> listener.connectError(error));
        }

        @Override
        public void disconnected(CloseReason reason, CloseDetail detail) {
            id = "";
            active = client.manager().namespace(name, this).active();
            listeners.call(listener -> listener.disconnected(reason, detail));
        }

        @Override
        public void leaving(SocketPacket.Event event) {
            outgoing.call(handler -> handler.handle(event.name(), event.arguments()));
        }

        @Override
        public void event(SocketPacket.Event event) {
            Optional<AckReply> ack = event.ackId() == SocketPacket.NO_ACK
                    ? Optional.empty()
                    : Optional.of(new Reply(
                            event.ackId(),
                            client.manager().namespace(name, this).epoch()));
            anyHandlers.call(handler -> handler.handle(event.name(), event.arguments(), ack));
            Handlers<EventHandler> named = handlers.get(event.name());
            if (named != null) {
                named.call(handler -> handler.handle(event.arguments(), ack));
            }
        }
    }
}

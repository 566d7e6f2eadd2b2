package io.sioscope.protocol.client;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.jspecify.annotations.Nullable;

/** A socket whose calls become tasks on its client's loop. */
final class LoopClientSocket implements ClientSocket {
    private static final String OLDER_SERVER =
            "the server granted the namespace without a socket id, as servers of version 2.x do";

    private final String name;
    private final LoopSioClient client;
    private final Handlers<AnyEventHandler> anyHandlers = new Handlers<>();
    private final Map<String, Handlers<EventHandler>> handlers = new ConcurrentHashMap<>();
    private final Handlers<SocketListener> listeners = new Handlers<>();
    private final Told told = new Told();
    private volatile boolean active;
    private volatile String id = "";

    LoopClientSocket(String name, LoopSioClient client) {
        this.name = name;
        this.client = client;
    }

    /** Runs a task with the session's side of this socket, later, on the loop. */
    private boolean later(Consumer<ClientNamespace> task) {
        return client.later(() -> {
            ClientNamespace namespace = client.manager().namespace(name, told);
            task.accept(namespace);
            active = namespace.active();
        });
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
        later(namespace -> namespace.auth(payload));
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
    public ClientSocket emit(String event, Object... values) {
        return emit(event, Arguments.of(values));
    }

    @Override
    public ClientSocket emit(String event, Arguments arguments) {
        send(event, arguments, null, 0);
        return this;
    }

    @Override
    public CompletableFuture<Arguments> emitWithAck(Duration timeout, String event, Object... values) {
        return emitWithAck(timeout, event, Arguments.of(values));
    }

    @Override
    public CompletableFuture<Arguments> emitWithAck(Duration timeout, String event, Arguments arguments) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a timeout is above zero");
        }
        Answer answer = new Answer();
        if (!send(event, arguments, answer, nanos(timeout))) {
            answer.disconnected();
        }
        return answer.future;
    }

    /** A hundred years is as good as more, and does not overflow. */
    private static long nanos(Duration timeout) {
        Duration longest = Duration.ofDays(36_500);
        return (timeout.compareTo(longest) > 0 ? longest : timeout).toNanos();
    }

    private boolean send(
            String event, Arguments arguments, ClientNamespace.@Nullable AckWaiter waiter, long timeoutNanos) {
        if (ReservedEvents.contains(event)) {
            throw new IllegalArgumentException("\"" + event + "\" is a reserved event name");
        }
        Arguments listed = arguments instanceof Arguments.Absent ? Arguments.NONE : arguments;
        return !client.isClosed()
                && later(namespace -> namespace.emit(event, listed, waiter, timeoutNanos, System.nanoTime()));
    }

    @Override
    public Subscription on(String event, EventHandler handler) {
        return handlers.computeIfAbsent(event, made -> new Handlers<>()).add(handler);
    }

    @Override
    public Subscription onAny(AnyEventHandler handler) {
        return anyHandlers.add(handler);
    }

    @Override
    public Subscription listen(SocketListener listener) {
        return listeners.add(listener);
    }

    private static final class Answer implements ClientNamespace.AckWaiter {
        final CompletableFuture<Arguments> future = new CompletableFuture<>();

        @Override
        public void answered(Arguments arguments) {
            future.complete(arguments);
        }

        @Override
        public void timedOut() {
            future.completeExceptionally(new AckException.TimedOut());
        }

        @Override
        public void disconnected() {
            future.completeExceptionally(new AckException.Disconnected());
        }
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
                later(namespace -> namespace.reply(ackId, listed, epoch));
            }
            return first;
        }
    }

    private final class Told implements ClientNamespace.Events {
        @Override
        public void connected(String sid) {
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
        public void event(SocketPacket.Event event) {
            long epoch = client.manager().namespace(name, this).epoch();
            Optional<AckReply> ack = event.ackId() == SocketPacket.NO_ACK
                    ? Optional.empty()
                    : Optional.of(new Reply(event.ackId(), epoch));
            anyHandlers.call(handler -> handler.handle(event.name(), event.arguments(), ack));
            Handlers<EventHandler> named = handlers.get(event.name());
            if (named != null) {
                named.call(handler -> handler.handle(event.arguments(), ack));
            }
        }
    }
}

package io.sioscope.emulator.server;

import io.sioscope.protocol.session.CloseReason;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.ReservedEvents;
import io.sioscope.protocol.socketio.SocketPacket;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A socket of this process. Threads as {@link ServerSocket} says; package-private methods on the connection's loop. */
final class LiveSocket implements ServerSocket {
    private final SocketStart start;
    private final String id;
    private final LiveNamespace namespace;
    private final HandshakeData handshake;
    private final ClientConnection connection;
    private final Listeners listeners;
    private final SocketLife life = new SocketLife();
    private final PendingAcks acks = new PendingAcks();
    private final SocketListeners ears;
    private volatile @Nullable Map<String, Object> data;

    LiveSocket(
            SocketStart start,
            LiveNamespace namespace,
            HandshakeData handshake,
            ClientConnection connection,
            Listeners listeners) {
        this.start = start;
        this.id = start.id();
        this.namespace = namespace;
        this.handshake = handshake;
        this.connection = connection;
        this.listeners = listeners;
        this.ears = new SocketListeners(this, listeners);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean recovered() {
        return start.recovered();
    }

    /** Who it was when it came. */
    SocketStart start() {
        return start;
    }

    /** The secret by which it may come back. */
    String pid() {
        return start.pid();
    }

    @Override
    public LiveNamespace namespace() {
        return namespace;
    }

    @Override
    public HandshakeData handshake() {
        return handshake;
    }

    @Override
    public ClientConnection conn() {
        return connection;
    }

    @Override
    public boolean connected() {
        return life.isConnected();
    }

    @Override
    public Set<String> rooms() {
        return namespace.adapter().roomsOf(id);
    }

    @Override
    public void join(String... rooms) {
        if (life.isEnded()) {
            return;
        }
        namespace.adapter().addAll(id, new LinkedHashSet<>(Arrays.asList(rooms)));
        if (life.isEnded()) {
            namespace.adapter().removeAll(id);
        }
    }

    @Override
    public void leave(String room) {
        namespace.adapter().remove(id, room);
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> existing = data;
        return existing == null ? dataTable() : existing;
    }

    /** Made for the first who asks: most sockets keep nothing. */
    private synchronized Map<String, Object> dataTable() {
        Map<String, Object> table = data == null ? new ConcurrentHashMap<>(start.data()) : data;
        data = table;
        return table;
    }

    @Override
    public void emit(String name, Arguments arguments) {
        emit(EmitFlags.NONE, name, arguments);
    }

    void emit(EmitFlags flags, String name, Arguments arguments) {
        namespace.publish(event(namespace.name(), SocketPacket.NO_ACK, name, arguments), flags, this);
    }

    @Override
    public SocketEmitter asVolatile() {
        return new FlaggedEmitter(this, EmitFlags.NONE.asVolatile());
    }

    @Override
    public SocketEmitter compress(boolean compress) {
        return new FlaggedEmitter(this, EmitFlags.NONE.compressed(compress));
    }

    /** An event to be sent. Throws IllegalArgumentException if nobody may emit the name. */
    static SocketPacket.Event event(String namespace, long ackId, String name, Arguments arguments) {
        if (ReservedEvents.contains(name)) {
            throw new IllegalArgumentException("\"" + name + "\" is a reserved event name");
        }
        return new SocketPacket.Event(namespace, ackId, name, arguments);
    }

    @Override
    public CompletableFuture<Arguments> emitWithAck(Duration timeout, String name, Arguments arguments) {
        return request(EmitFlags.NONE, timeout, name, arguments);
    }

    @Override
    public CompletableFuture<Arguments> emitWithAck(String name, Arguments arguments) {
        return request(EmitFlags.NONE, null, name, arguments);
    }

    /** Asks for an acknowledgement; without a timeout for as long as the socket is connected. */
    CompletableFuture<Arguments> request(
            EmitFlags flags, @Nullable Duration timeout, String name, Arguments arguments) {
        long ackId = namespace.nextAckId();
        PacketBody body =
                PacketBody.of(event(namespace.name(), ackId, name, arguments), namespace.parser(), flags);
        CompletableFuture<Arguments> future = new CompletableFuture<>();
        expectAck(
                ackId,
                new PendingAcks.Waiting(
                        future::complete,
                        () -> future.completeExceptionally(new AckException(AckException.Reason.DISCONNECTED))));
        if (timeout != null) {
            limit(future, ackId, timeout);
        }
        send(body);
        return future;
    }

    private void limit(CompletableFuture<Arguments> future, long ackId, Duration timeout) {
        try {
            Future<?> timer = connection.schedule(() -> timedOut(ackId, future), timeout);
            future.whenComplete((answer, failure) -> timer.cancel(false));
        } catch (RejectedExecutionException serverEnded) {
            acks.abandon();
        }
    }

    private void timedOut(long ackId, CompletableFuture<Arguments> future) {
        if (acks.remove(ackId)) {
            future.completeExceptionally(new AckException(AckException.Reason.TIMEOUT));
        }
    }

    /** Waits for an acknowledgement; abandoned at once if the socket has ended. */
    void expectAck(long ackId, PendingAcks.Waiting who) {
        acks.put(ackId, who);
        if (life.isEnded()) {
            acks.abandon();
        }
    }

    void forgetAck(long ackId) {
        acks.remove(ackId);
    }

    void send(PacketBody body) {
        namespace.run(connection, () -> sendNow(body));
    }

    /** As {@link #send}, by a caller on the connection's event loop. */
    void sendNow(PacketBody body) {
        if (!life.isEnded()) {
            if (body.packet() instanceof SocketPacket.Event event) {
                ears.sent(event.name(), event.arguments());
            }
            connection.sendNow(id, body);
        }
    }

    @Override
    public ServerSocket on(String event, EventHandler handler) {
        ears.on(event, handler);
        return this;
    }

    @Override
    public ServerSocket off(String event) {
        ears.off(event);
        return this;
    }

    @Override
    public ServerSocket once(String event, EventHandler handler) {
        ears.once(event, handler);
        return this;
    }

    @Override
    public ServerSocket off(String event, EventHandler handler) {
        ears.off(event, handler);
        return this;
    }

    @Override
    public ServerSocket prependAny(AnyEventHandler handler) {
        ears.any(list -> CopiedLists.prepend(list, handler));
        return this;
    }

    @Override
    public ServerSocket offAny(AnyEventHandler handler) {
        ears.any(list -> CopiedLists.without(list, handler));
        return this;
    }

    @Override
    public ServerSocket onAnyOutgoing(OutgoingHandler handler) {
        ears.outgoing(list -> CopiedLists.append(list, handler));
        return this;
    }

    @Override
    public ServerSocket prependAnyOutgoing(OutgoingHandler handler) {
        ears.outgoing(list -> CopiedLists.prepend(list, handler));
        return this;
    }

    @Override
    public ServerSocket offAnyOutgoing(OutgoingHandler handler) {
        ears.outgoing(list -> CopiedLists.without(list, handler));
        return this;
    }

    @Override
    public ServerSocket use(SocketMiddleware middleware) {
        ears.use(middleware);
        return this;
    }

    @Override
    public ServerSocket onError(Consumer<Throwable> handler) {
        ears.onError(handler);
        return this;
    }

    @Override
    public ServerSocket onAny(AnyEventHandler handler) {
        ears.any(list -> CopiedLists.append(list, handler));
        return this;
    }

    @Override
    public ServerSocket onDisconnecting(Consumer<CloseReason> handler) {
        CloseReason late = life.onDisconnecting(handler);
        if (late != null) {
            handler.accept(late);
        }
        return this;
    }

    @Override
    public ServerSocket onDisconnect(Consumer<CloseReason> handler) {
        CloseReason late = life.onDisconnect(handler);
        if (late != null) {
            handler.accept(late);
        }
        return this;
    }

    @Override
    public BroadcastOperator to(String... rooms) {
        return broadcast().to(rooms);
    }

    @Override
    public BroadcastOperator except(String... rooms) {
        return broadcast().except(rooms);
    }

    @Override
    public BroadcastOperator broadcast() {
        return new Broadcast(namespace, new BroadcastTarget(Set.of(), Set.of(id)));
    }

    @Override
    public void disconnect(boolean close) {
        connection.leave(this, close);
    }

    /** The middlewares have let the socket in. */
    void connect() {
        life.connect();
    }

    /** The socket was refused, or came too late. */
    void discard() {
        life.end();
        acks.abandon();
    }

    void dispatch(SocketPacket.Event event) {
        if (event.arguments() instanceof Arguments.Absent) {
            return;
        }
        Optional<AckReply> ack =
                event.ackId() == SocketPacket.NO_ACK ? Optional.empty() : Optional.of(new Reply(this, event.ackId()));
        ears.dispatch(event.name(), event.arguments(), ack);
    }

    /** Tells those who wait for errors. */
    void failed(Throwable error) {
        ears.failed(error);
    }

    void acknowledged(SocketPacket.Ack ack) {
        acks.answered(ack.ackId(), ack.arguments());
    }

    /** Tells the end: 'disconnecting' with the rooms, then the rooms are left, then 'disconnect'. */
    void end(CloseReason reason) {
        life.leave(reason).forEach(handler -> listeners.run(this, () -> handler.accept(reason)));
        life.end();
        RecoveryLog log = namespace.recovery();
        if (log != null) {
            log.save(this, rooms(), reason);
        }
        namespace.remove(this);
        acks.abandon();
        life.left(reason).forEach(handler -> listeners.run(this, () -> handler.accept(reason)));
        listeners.socketDisconnected(this, reason);
    }
}

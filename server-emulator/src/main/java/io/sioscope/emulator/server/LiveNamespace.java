package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.PacketParser;
import io.sioscope.protocol.socketio.SocketPacket;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A namespace of this process. Any thread. */
final class LiveNamespace implements Namespace {
    private record Place(Namespace namespace, Adapter local, ServerSideEvents events) implements AdapterPlace {
        @Override
        public void serverSideEvent(String event, Arguments arguments, Optional<AckReply> ack) {
            events.tell(event, arguments, ack);
        }
    }

    private final String name;
    private final @Nullable LiveParent parent;
    private final Listeners listeners;
    private final Supplier<ScheduledExecutorService> timers;
    private final PacketParser parser;
    private final @Nullable RecoveryLog recovery;
    private final LocalAdapter local;
    private final Adapter adapter;
    private final ServerSideEvents serverSide;
    private final Broadcast everybody;
    private final Map<String, LiveSocket> sockets = new ConcurrentHashMap<>();
    private final List<Consumer<ServerSocket>> connectionHandlers = new CopyOnWriteArrayList<>();
    private final List<Middleware> middlewares = new CopyOnWriteArrayList<>();
    private final AtomicLong ackIds = new AtomicLong();
    private final AtomicInteger expected = new AtomicInteger();

    LiveNamespace(
            String name,
            @Nullable LiveParent parent,
            Listeners listeners,
            Supplier<ScheduledExecutorService> timers,
            PacketParser parser,
            AdapterFactory adapters,
            @Nullable RecoveryLog recovery) {
        this.parser = parser;
        this.name = name;
        this.parent = parent;
        this.listeners = listeners;
        this.timers = timers;
        this.recovery = recovery;
        this.local = new LocalAdapter(this, listeners);
        this.serverSide = new ServerSideEvents(name);
        this.adapter = adapters.create(new Place(this, local, serverSide));
        this.everybody = new Broadcast(this, BroadcastTarget.ALL);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Namespace onConnection(Consumer<ServerSocket> handler) {
        connectionHandlers.add(handler);
        return this;
    }

    @Override
    public Namespace use(Middleware middleware) {
        middlewares.add(middleware);
        return this;
    }

    @Override
    public Optional<ServerSocket> socket(String id) {
        return Optional.ofNullable(sockets.get(id));
    }

    @Override
    public int size() {
        return sockets.size();
    }

    @Override
    public Adapter adapter() {
        return adapter;
    }

    @Override
    public BroadcastOperator to(String... rooms) {
        return everybody.to(rooms);
    }

    @Override
    public BroadcastOperator except(String... rooms) {
        return everybody.except(rooms);
    }

    @Override
    public BroadcastOperator asVolatile() {
        return everybody.asVolatile();
    }

    @Override
    public BroadcastOperator compress(boolean compress) {
        return everybody.compress(compress);
    }

    @Override
    public BroadcastOperator local() {
        return everybody.local();
    }

    @Override
    public void emit(String event, Arguments arguments) {
        everybody.emit(event, arguments);
    }

    @Override
    public CompletableFuture<BroadcastAcks> emitWithAck(Duration timeout, String event, Arguments arguments) {
        return everybody.emitWithAck(timeout, event, arguments);
    }

    @Override
    public Collection<ServerSocket> sockets() {
        return List.copyOf(sockets.values());
    }

    @Override
    public CompletableFuture<List<RemoteSocket>> fetchSockets() {
        return everybody.fetchSockets();
    }

    @Override
    public void socketsJoin(String... rooms) {
        everybody.socketsJoin(rooms);
    }

    @Override
    public void socketsLeave(String... rooms) {
        everybody.socketsLeave(rooms);
    }

    @Override
    public void disconnectSockets(boolean close) {
        everybody.disconnectSockets(close);
    }

    @Override
    public Namespace onServerSideEmit(String event, EventHandler handler) {
        serverSide.on(event, handler);
        return this;
    }

    @Override
    public void serverSideEmit(String event, Arguments arguments) {
        adapter.serverSideEmit(ServerSideEvents.checked(event), arguments);
    }

    @Override
    public CompletableFuture<List<Arguments>> serverSideEmitWithAck(
            Duration timeout, String event, Arguments arguments) {
        return adapter.serverSideEmitWithAck(timeout, ServerSideEvents.checked(event), arguments);
    }

    Collection<ServerSocket> socketsOf(BroadcastTarget target) {
        return local.sockets(target).stream()
                .map(this::socket)
                .flatMap(Optional::stream)
                .toList();
    }

    @Nullable LiveSocket live(String id) {
        return sockets.get(id);
    }

    long nextAckId() {
        return ackIds.getAndIncrement();
    }

    ScheduledExecutorService timers() {
        return timers.get();
    }

    List<Middleware> middlewares() {
        return middlewares;
    }

    /** How its packets are written. */
    PacketParser parser() {
        return parser;
    }

    /** What is kept for those who lose their connection, or null. */
    @Nullable RecoveryLog recovery() {
        return recovery;
    }

    /** Encodes an event and hands it on; with a recovery log it is kept first, and no other is handed on before it. */
    void publish(SocketPacket.Event event, BroadcastTarget target, Consumer<PacketBody> deliver) {
        if (recovery == null) {
            deliver.accept(PacketBody.of(event, parser, target.flags()));
        } else {
            recovery.write(event, target, deliver);
        }
    }

    /** As {@link #publish(SocketPacket.Event, BroadcastTarget, Consumer)}, for one socket: in the log its id is its room. */
    void publish(SocketPacket.Event event, EmitFlags flags, LiveSocket socket) {
        if (recovery == null) {
            socket.send(PacketBody.of(event, parser, flags));
        } else {
            recovery.write(event, new BroadcastTarget(Set.of(socket.id()), Set.of(), flags), socket::send);
        }
    }

    /** Sends on a connection's loop: with a recovery log each in its turn, so that nobody gets a later packet first. */
    void run(ClientConnection connection, Runnable sending) {
        if (recovery == null) {
            connection.run(sending);
        } else {
            connection.enqueue(sending);
        }
    }

    /** The family that it belongs to. */
    @Nullable LiveParent parent() {
        return parent;
    }

    /** A client asks to join: its socket is on its way through the middlewares. */
    void expect() {
        expected.incrementAndGet();
    }

    /** The socket that was expected has been let in, or will not come. */
    void arrived() {
        expected.decrementAndGet();
    }

    /** Whether there is no socket and none on its way. */
    boolean isDeserted() {
        return sockets.isEmpty() && expected.get() == 0;
    }

    /** Puts a socket that has been let in among the others. */
    void add(LiveSocket socket) {
        sockets.put(socket.id(), socket);
        socket.connect();
        socket.join(socket.id());
        socket.join(socket.start().rooms().toArray(String[]::new));
    }

    void remove(LiveSocket socket) {
        adapter.removeAll(socket.id());
        sockets.remove(socket.id());
    }

    /** Tells everybody who waits for connections of one whose answer is on its way. */
    void announce(LiveSocket socket) {
        listeners.socketConnected(socket);
        for (Consumer<ServerSocket> handler : connectionHandlers) {
            listeners.run(socket, () -> handler.accept(socket));
        }
    }
}

package io.sioscope.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.client.AckException;
import io.sioscope.protocol.client.AckReply;
import io.sioscope.protocol.client.ClientSocket;
import io.sioscope.protocol.client.ConnectError;
import io.sioscope.protocol.client.SioClient;
import io.sioscope.protocol.client.SioUrl;
import io.sioscope.protocol.client.SocketListener;
import io.sioscope.protocol.net.CaptureClock;
import io.sioscope.protocol.session.CloseDetail;
import io.sioscope.protocol.session.CloseReason;
import io.sioscope.protocol.socketio.Arguments;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A connection to a server. Any thread. */
public final class ClientSession implements Session {
    private final SessionHome home;
    private final String name;
    private final ClientObserver observer;
    private final ClientStatus status;
    private final SioClient client;
    private final @Nullable JsonNode auth;
    private final Map<String, ClientSocket> sockets = new ConcurrentHashMap<>();
    private final Map<String, String> sids = new ConcurrentHashMap<>();
    private final LatencyMeter latency;
    private final RoomAsks asks = new RoomAsks();
    private final Set<String> forgotten = ConcurrentHashMap.newKeySet();
    private volatile ConnectSpec spec;
    private volatile AnswerRules answers;

    ClientSession(SessionHome home, ConnectSpec spec, ClientObserver observer) {
        this.home = home;
        this.spec = spec;
        this.answers = AnswerRules.of(spec.habits().answers());
        this.observer = observer;
        this.name = SioUrl.of(spec.url()).base();
        this.status = new ClientStatus(spec.reconnection().enabled(), observer, home.changed());
        this.auth = spec.auth().isBlank()
                ? null
                : switch (JsonValues.read(spec.auth())) {
                    case JsonValues.Reading.Read(JsonNode value) -> value;
                    case JsonValues.Reading.Wrong wrong ->
                        throw new IllegalArgumentException("auth is no JSON at " + wrong.detail());
                };
        this.latency = new LatencyMeter(home.sink());
        this.client = ConnectBuilding.of(spec)
                .capture(latency)
                .listener(status)
                .eventLoops(home.loops())
                .build();
    }

    /** Joins the namespaces of the spec, which opens the connection. */
    void start() {
        spec.effectiveNamespaces().forEach(this::join);
    }

    @Override
    public String id() {
        return home.id();
    }

    /** What it was opened with, and its habits of now. */
    public ConnectSpec spec() {
        return spec;
    }

    /**
     * Changes what the connection does by itself. What already waits for its answer keeps the one that it had.
     *
     * @throws IllegalArgumentException if one of {@link ConnectHabits#problems()} is wrong
     */
    public void habits(ConnectHabits changed) {
        answers = AnswerRules.of(changed.answers());
        spec = spec.withHabits(changed);
    }

    @Override
    public SessionSnapshot snapshot() {
        return new SessionSnapshot(
                id(),
                SessionSnapshot.Kind.CLIENT,
                name,
                status.state(),
                status.lastFailure(),
                status.namespaces(),
                List.of(),
                spec.options().insecure());
    }

    /** Asks for one more namespace, or again for one that was left or refused. */
    public void join(String namespace) {
        String whole = namespace.startsWith("/") ? namespace : "/" + namespace;
        forgotten.remove(whole);
        ClientSocket socket = sockets.computeIfAbsent(whole, this::socket);
        if (socket.connected()) {
            socket.id().ifPresent(sid -> tell(whole, new NamespaceState.Connected(sid)));
        } else {
            tell(whole, new NamespaceState.Waiting());
            socket.connect();
        }
    }

    /** Leaves a namespace. The connection closes with the last one. */
    public void leave(String namespace) {
        ClientSocket socket = sockets.get(namespace);
        if (socket != null) {
            socket.disconnect();
        }
    }

    /** Leaves a namespace and says no more of it until it is joined again. The connection closes with the last one. */
    public void forget(String namespace) {
        forgotten.add(namespace);
        leave(namespace);
        status.forget(namespace);
    }

    /** A namespace's socket lives as long as the connection: one that was forgotten may still have something to say. */
    private void tell(String namespace, NamespaceState state) {
        if (!forgotten.contains(namespace)) {
            status.namespace(namespace, state);
        }
    }

    /** Leaves all namespaces, which ends the connection; {@link #reconnect()} opens it again. */
    public void disconnect() {
        sockets.values().forEach(ClientSocket::disconnect);
        status.ended(CloseReason.IO_CLIENT_DISCONNECT);
    }

    /** Joins again all namespaces that are not connected, opening the connection if needed. */
    public void reconnect() {
        status.restarted();
        namespaces().forEach(this::join);
    }

    /**
     * How long the server took to answer last: a heartbeat over Engine.IO 3; over Engine.IO 4, whose server sends the heartbeats,
     * an acknowledgement or a CONNECT. Empty where nothing was answered yet.
     */
    public Optional<RoundTrip> latency() {
        return latency.latest();
    }

    /** How long the last acknowledgement or CONNECT in one of its namespaces took; empty where none came yet. */
    public Optional<RoundTrip> latency(String namespace) {
        return latency.latest(namespace);
    }

    /** The Socket.IO ids of the namespaces that are connected. */
    public Optional<String> sid(String namespace) {
        return Optional.ofNullable(sockets.get(namespace)).flatMap(ClientSocket::id);
    }

    /** What is known of its rooms, where {@code hosted} are the sockets of our own servers. */
    RoomsOfClient rooms(List<SocketSnapshot> hosted) {
        List<SocketSnapshot> own =
                hosted.stream().filter(socket -> sids.containsValue(socket.id())).toList();
        List<RoomAsk> known = own.stream()
                .flatMap(socket -> socket.rooms().stream().map(room -> new RoomAsk(socket.namespace(), room)))
                .toList();
        return new RoomsOfClient(asks.asked(spec.habits()), known, !own.isEmpty(), asks.joining(), asks.leaving());
    }

    CompletableFuture<EmitOutcome> emit(EmitRequest request) {
        if (!(request.target() instanceof Target.Server)) {
            return rejected(EmitOutcome.Why.WRONG_TARGET);
        }
        ClientSocket socket = sockets.get(request.namespace());
        if (socket == null) {
            return rejected(EmitOutcome.Why.NO_NAMESPACE);
        }
        asks.sent(request.namespace(), request.event(), request.arguments());
        home.changed().run();
        if (request.ackTimeout().isEmpty()) {
            socket.emit(request.event(), request.arguments());
            return CompletableFuture.completedFuture(new EmitOutcome.Sent());
        }
        long begun = System.nanoTime();
        return socket.emitWithAck(request.ackTimeout().get(), request.event(), request.arguments())
                .handle((answer, error) -> error == null
                        ? new EmitOutcome.Acknowledged(List.of(answer), Duration.ofNanos(System.nanoTime() - begun))
                        : failed(error));
    }

    private static EmitOutcome failed(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        return cause instanceof AckException.TimedOut
                ? new EmitOutcome.TimedOut(List.of())
                : new EmitOutcome.Disconnected();
    }

    static CompletableFuture<EmitOutcome> rejected(EmitOutcome.Why why) {
        return CompletableFuture.completedFuture(new EmitOutcome.Rejected(why));
    }

    /** Ends the connection; completes when the server has been told, or could not be. */
    CompletableFuture<Void> close() {
        CompletableFuture<Void> ended = client.closeAsync();
        home.acks().forget(id());
        status.ended(CloseReason.IO_CLIENT_DISCONNECT);
        return ended;
    }

    private ClientSocket socket(String namespace) {
        ClientSocket socket = auth == null ? client.socket(namespace) : client.socket(namespace, auth);
        socket.listen(new SocketListener() {
            @Override
            public void connected(String sid) {
                sids.put(namespace, sid);
                if (!socket.recovered()) {
                    asks.forget(namespace);
                }
                tell(namespace, new NamespaceState.Connected(sid));
                observer.namespaceConnected(namespace, sid, socket.recovered());
            }

            @Override
            public void connectError(ConnectError error) {
                tell(namespace, after(error));
                observer.namespaceError(namespace, error);
            }

            @Override
            public void disconnected(CloseReason reason, CloseDetail detail) {
                forgetAcks(namespace);
                tell(
                        namespace,
                        socket.active() ? new NamespaceState.Waiting() : new NamespaceState.Left(reason.text()));
                observer.namespaceDisconnected(namespace, reason);
            }
        });
        socket.onAny((event, arguments, ack) -> {
            ack.ifPresent(reply -> await(namespace, event, arguments, reply));
            observer.event(namespace, event, arguments);
        });
        return socket;
    }

    private static NamespaceState after(ConnectError error) {
        return switch (error) {
            case ConnectError.Refused(String message, Optional<JsonNode> data) ->
                new NamespaceState.Refused(message, data);
            case ConnectError.OlderServer(String message) -> new NamespaceState.Refused(message, Optional.empty());
            case ConnectError.Unreachable unreachable -> new NamespaceState.Waiting();
        };
    }

    private void await(String namespace, String event, Arguments arguments, AckReply reply) {
        AckRequest.Key key =
                new AckRequest.Key(id(), namespace, sids.getOrDefault(namespace, ""), reply.id());
        Optional<AnswerRules.Answer> rule = answers.find(namespace, event);
        if (rule.isPresent() && rule.get().delay().isZero()) {
            reply.send(rule.get().arguments());
            return;
        }
        home.acks().add(
                new AckRequest(key, event, arguments, CaptureClock.system().nowNanos()), reply::send);
        home.changed().run();
        rule.ifPresent(later -> CompletableFuture.delayedExecutor(later.delay().toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> answer(key, later.arguments())));
    }

    /** A person may have been quicker, and the socket may be gone: then nothing waits under the key any more. */
    private void answer(AckRequest.Key key, Arguments arguments) {
        if (home.acks().answer(key, arguments)) {
            home.changed().run();
        }
    }

    private void forgetAcks(String namespace) {
        String sid = sids.remove(namespace);
        if (sid != null) {
            home.acks().forget(id(), sid);
        }
    }

    /** The namespaces asked for so far and not forgotten. */
    public List<String> namespaces() {
        return sockets.keySet().stream()
                .filter(namespace -> !forgotten.contains(namespace))
                .toList();
    }
}

package io.sioscope.emulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sioscope.emulator.http.EngineApplication;
import io.sioscope.emulator.http.EngineLink;
import io.sioscope.emulator.http.HandshakeRequest;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.fault.ProtocolFault;
import io.sioscope.protocol.session.CloseReason;
import io.sioscope.protocol.session.ServerMessage;
import io.sioscope.protocol.session.ServerPacketOutput;
import io.sioscope.protocol.session.ServerPacketSession;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.SocketPacket;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One client: its connection below, the sockets of its namespaces above. On the connection's event loop, but where said. */
final class ClientConnection implements Connection, EngineApplication.Session, ServerPacketOutput<LiveSocket> {
    private final LiveServer server;
    private final EngineLink link;
    private final ServerPacketSession<LiveSocket> packets;
    private final @Nullable PacketTap tap;
    private @Nullable Future<?> connectTimer;

    ClientConnection(LiveServer server, EngineLink link) {
        this.server = server;
        this.link = link;
        this.packets = new ServerPacketSession<>(
                link.request().version(), server.options().parser(), server.options().limits(), this);
        this.tap = server.options().capture() == null
                ? null
                : new PacketTap(server.options().capture(), link.id());
    }

    @Override
    public String id() {
        return link.id();
    }

    @Override
    public Transport transport() {
        return link.transport();
    }

    @Override
    public int protocol() {
        return link.request().version().number();
    }

    @Override
    public String address() {
        return link.request().address();
    }

    @Override
    public String closeDetail() {
        return link.closeDetail();
    }

    @Override
    public void close() {
        link.close(CloseReason.FORCED_CLOSE, false);
    }

    /** The event loop. Any thread. */
    Executor loop() {
        return link.loop();
    }

    /** Runs something on the event loop: now if the caller is on it. Any thread. */
    void run(Runnable task) {
        link.run(task);
    }

    /** Runs something on the event loop after what waits there. Any thread. */
    void enqueue(Runnable task) {
        link.enqueue(task);
    }

    /** Runs something on the event loop later. Any thread. */
    Future<?> schedule(Runnable task, Duration delay) {
        return link.schedule(task, delay.toNanos());
    }

    /** Sends a packet of the socket with this id. */
    void sendNow(String socket, PacketBody body) {
        link.sendNow(tap == null ? body : new PacketBody.Delivery(body, socket));
    }

    /** Disconnects a socket or, with {@code close}, the client. Any thread. */
    void leave(LiveSocket socket, boolean close) {
        link.run(() -> {
            if (packets.socket(socket.namespace().name()) != socket) {
                return;
            }
            if (close) {
                packets.leaveAll();
            } else {
                packets.leave(socket.namespace().name());
            }
        });
    }

    /** The server ends: the sockets hear it before the connection goes. Any thread. */
    void shutDown() {
        link.run(() -> packets.closed(CloseReason.SERVER_SHUTTING_DOWN));
    }

    @Override
    public void opened() {
        server.listeners().connectionOpened(this);
        packets.opened();
    }

    @Override
    public void text(Bytes raw) {
        packets.onText(raw);
    }

    @Override
    public void binary(Bytes data) {
        packets.onBinary(data);
    }

    @Override
    public void upgraded(Transport from, Transport to) {
        server.listeners().connectionUpgraded(this, from, to);
    }

    @Override
    public void sent(ServerMessage message, Transport transport) {
        if (tap != null) {
            tap.sent(transport, message);
        }
    }

    @Override
    public void closed(CloseReason reason) {
        packets.closed(reason);
        server.closed(this, reason);
    }

    @Override
    public void connectRequested(SocketPacket.Connect request) {
        HandshakeData handshake = handshake(request);
        LiveNamespace namespace = server.table().admit(request.namespace(), handshake.auth());
        if (namespace == null) {
            packets.refused(request.namespace(), errorObject("Invalid namespace", null));
            return;
        }
        SocketStart start = start(namespace, handshake.auth());
        LiveSocket socket = new LiveSocket(start, namespace, handshake, this, server.listeners());
        RecoveryLog log = namespace.recovery();
        if (start.recovered() && log != null && log.skipsMiddlewares()) {
            admitted(socket);
            return;
        }
        new Admission(
                        socket,
                        () -> link.run(() -> admitted(socket)),
                        (message, data) -> link.run(() -> refused(socket, message, data)))
                .next();
    }

    private HandshakeData handshake(SocketPacket.Connect connect) {
        HandshakeRequest request = link.request();
        List<JsonNode> payload = connect.arguments().values();
        JsonNode auth = payload.isEmpty() ? JsonNodeFactory.instance.objectNode() : payload.getFirst();
        return new HandshakeData(
                request.headers(),
                request.query(),
                auth,
                request.address(),
                Instant.now(),
                request.url(),
                request.secure(),
                request.headers().containsKey("origin"));
    }

    private void admitted(LiveSocket socket) {
        LiveNamespace namespace = socket.namespace();
        if (!packets.isPending(namespace.name())) {
            discard(socket);
            return;
        }
        RecoveryLog log = namespace.recovery();
        if (log == null) {
            accept(socket, Map.of("sid", socket.id()));
        } else {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("sid", socket.id());
            answer.put("pid", socket.pid());
            boolean whole = log.replay(socket.start(), missed -> {
                // Before the answer, as in the reference: the client holds them back until it has come.
                missed.forEach(body -> sendNow(socket.id(), body));
                accept(socket, answer);
            });
            if (!whole) {
                // What it missed while the middlewares took their time is gone: it has to come as somebody new.
                discard(socket);
                close();
                return;
            }
        }
        namespace.announce(socket);
    }

    private void accept(LiveSocket socket, Map<String, Object> answer) {
        LiveNamespace namespace = socket.namespace();
        namespace.add(socket);
        namespace.arrived();
        packets.accepted(namespace.name(), socket, Arguments.of(answer));
    }

    /** Who the socket is: one of before, if the client can say so. */
    private SocketStart start(LiveNamespace namespace, JsonNode auth) {
        RecoveryLog log = namespace.recovery();
        if (log == null) {
            return SocketStart.fresh(newId(namespace), "");
        }
        Optional<SocketStart> before = auth.path("pid").isTextual() && auth.path("offset").isTextual()
                ? log.claim(auth.path("pid").textValue(), auth.path("offset").textValue())
                : Optional.empty();
        return before.orElseGet(() -> SocketStart.fresh(newId(namespace), server.newId()));
    }

    private void discard(LiveSocket socket) {
        socket.discard();
        RecoveryLog log = socket.namespace().recovery();
        if (log != null) {
            log.giveBack(socket.start());
        }
        socket.namespace().arrived();
        server.table().settle(socket.namespace());
    }

    private void refused(LiveSocket socket, String message, @Nullable Object data) {
        discard(socket);
        packets.refused(socket.namespace().name(), refusal(message, data));
    }

    /** Older clients know one id for the connection, and name others after it (socket.io 4.8, socket.ts). */
    private String newId(LiveNamespace namespace) {
        return switch (link.request().version()) {
            case V3 -> namespace.name().equals("/") ? link.id() : namespace.name() + "#" + link.id();
            case V4 -> server.newId();
        };
    }

    /** Older clients get the data alone or, where there is none, the message (socket.io 4.8, namespace.ts). */
    private Arguments refusal(String message, @Nullable Object data) {
        return switch (link.request().version()) {
            case V3 -> Arguments.of(data == null ? message : data);
            case V4 -> errorObject(message, data);
        };
    }

    private static Arguments errorObject(String message, @Nullable Object data) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("message", message);
        if (data != null) {
            payload.put("data", data);
        }
        return Arguments.of(payload);
    }

    @Override
    public void event(LiveSocket socket, SocketPacket.Event event) {
        socket.dispatch(event);
    }

    @Override
    public void ack(LiveSocket socket, SocketPacket.Ack ack) {
        socket.acknowledged(ack);
    }

    @Override
    public void unreadable(LiveSocket socket, ProtocolFault fault) {
        socket.failed(new PacketException(fault));
    }

    @Override
    public void disconnected(LiveSocket socket, CloseReason reason) {
        link.enqueue(packets::left);
        socket.end(reason);
        server.table().settle(socket.namespace());
    }

    @Override
    public void send(LiveSocket socket, SocketPacket packet) {
        sendNow(socket.id(), PacketBody.of(packet, server.options().parser()));
    }

    @Override
    public void sendError(SocketPacket.ConnectError refusal) {
        sendNow("", PacketBody.of(refusal, server.options().parser()));
    }

    @Override
    public void closeEngine() {
        link.close(CloseReason.FORCED_CLOSE, false);
    }

    @Override
    public void connectTimer(boolean run) {
        if (run) {
            connectTimer = schedule(packets::connectTimedOut, server.options().connectTimeout());
        } else if (connectTimer != null) {
            connectTimer.cancel(false);
            connectTimer = null;
        }
    }

    @Override
    public void received(SocketPacket packet, Bytes raw, List<Bytes> attachments) {
        if (tap != null) {
            LiveSocket socket = packets.socket(packet.namespace());
            tap.received(transport(), socket == null ? "" : socket.id(), packet, raw, attachments);
        }
    }

    @Override
    public void fault(String namespace, ProtocolFault fault, Bytes raw, boolean binary) {
        if (tap != null) {
            tap.fault(transport(), namespace, fault, raw, binary);
        }
    }
}

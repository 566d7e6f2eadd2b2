package io.sioscope.protocol.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.fault.FaultCode;
import io.sioscope.protocol.fault.ProtocolFault;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A client's socket in one namespace, as the reference's Socket (socket.io-client 4.8, lib/socket.ts): connecting, buffers
 * of both directions, acknowledgements. Belongs to a {@link ClientManager} and its thread.
 */
public final class ClientNamespace {
    /**
     * How many events may come before the server's CONNECT, together of no more bytes than one packet may have; only
     * recovery sends any, and a client has to bound it.
     */
    static final int MAX_EARLY_EVENTS = 10_000;

    /** Hears what becomes of the socket. */
    public interface Events {
        /**
         * The server granted the namespace. What waited has been delivered and sent. {@code recovered}: the session before
         * was restored.
         */
        void connected(String sid, boolean recovered);

        /** The server refused the namespace; the socket is not active any more. */
        void refused(String message, Optional<JsonNode> data);

        /** The server granted the namespace without an id, as servers of 2.x do. */
        void olderServer();

        /** The connection did not come about. */
        void unreachable(ConnectFailure failure);

        /** The socket or its connection ended. */
        void disconnected(CloseReason reason, CloseDetail detail);

        /** An event came. */
        void event(SocketPacket.Event event);

        /** An event is handed to the connection; one that is tried again comes each time. */
        void leaving(SocketPacket.Event event);
    }

    /** An event that waits to be sent. */
    private record Waiting(SocketPacket.Event packet, boolean compress) {}

    private final String name;
    private final ClientManager manager;
    private final ClientManager.Options options;
    private final Events events;
    private final Deque<Waiting> sendBuffer = new ArrayDeque<>();
    private final List<SocketPacket.Event> receiveBuffer = new ArrayList<>();
    private final ClientAcks acks;
    private final ClientRetries retries;
    private final ClientRecovery recovery = new ClientRecovery();
    private ClientAuth auth = ClientAuth.of(Arguments.ABSENT);
    private long receivedBytes;
    private String sid = "";
    private boolean active;
    private boolean connected;
    private long epoch;

    ClientNamespace(
            String name, ClientManager manager, ClientManager.Options options, ClientTimers timers, Events events) {
        this.name = name;
        this.manager = manager;
        this.options = options;
        this.events = events;
        this.acks = new ClientAcks(name, timers);
        this.retries = new ClientRetries(options.sockets().retries(), this::connected, this::sendOrKeep);
    }

    /** The namespace's name. */
    public String name() {
        return name;
    }

    /** Whether it is connected or will connect by itself. */
    public boolean active() {
        return active;
    }

    /** Whether the server has granted it on the present connection. */
    public boolean connected() {
        return connected;
    }

    /** The id that the server gave; empty while not connected. */
    public String sid() {
        return sid;
    }

    /** Counts the connections of this socket, so that an answer does not go to a later one than its question came from. */
    public long epoch() {
        return epoch;
    }

    /** Sets what gives the payload of the CONNECT packets to come. */
    public void auth(ClientAuth auth) {
        this.auth = auth;
    }

    /** Asks for the namespace now or when the connection is open, which this opens if needed. */
    public void connect(long now) {
        if (active) {
            return;
        }
        active = true;
        if (manager.isOpen()) {
            onManagerOpen();
        } else {
            manager.open(now);
        }
    }

    /** Leaves the namespace. */
    public void disconnect(long now) {
        boolean was = connected;
        ClientAttempt attempt = manager.current();
        if (was) {
            manager.send(sid, new SocketPacket.Disconnect(name));
        }
        if (was && attempt != null && isRoot()) {
            attempt.root().left();
        }
        active = false;
        manager.onLeft(now);
        if (was && connected) {
            leave(CloseReason.IO_CLIENT_DISCONNECT, CloseDetail.NONE);
        }
    }

    private boolean isRoot() {
        return name.equals("/");
    }

    /**
     * Sends an event, or keeps it until the socket is connected, or drops it where it would have to wait and may be
     * dropped.
     */
    public void emit(ClientEmission emission, long now) {
        if (retries.isOn() && !emission.droppable()) {
            retries.add(emission);
            return;
        }
        manager.checkHeartbeat(now);
        sendOrKeep(emission);
    }

    private void sendOrKeep(ClientEmission emission) {
        ClientEmission.AckWaiter waiter = emission.waiter();
        long timeout = emission.timeoutNanos() == ClientEmission.DEFAULT_TIMEOUT
                ? options.sockets().ackTimeoutNanos()
                : emission.timeoutNanos();
        long ackId = waiter == null ? SocketPacket.NO_ACK : acks.add(waiter, timeout);
        SocketPacket.Event packet = new SocketPacket.Event(name, ackId, emission.event(), emission.arguments());
        if (emission.droppable() && !manager.isWritable()) {
            return;
        }
        if (connected) {
            hand(packet, emission.compress());
        } else {
            sendBuffer.addLast(new Waiting(packet, emission.compress()));
        }
    }

    private void hand(SocketPacket.Event packet, boolean compress) {
        events.leaving(packet);
        manager.send(sid, packet, compress);
    }

    /** Answers an event that came on connection {@code epoch}; dropped if the socket has been disconnected since. */
    public void reply(long ackId, Arguments arguments, long epoch) {
        if (connected && epoch == this.epoch) {
            manager.send(sid, new SocketPacket.Ack(name, ackId, arguments));
        }
    }

    void onManagerOpen() {
        ClientAttempt attempt = manager.current();
        if (!active || attempt == null) {
            return;
        }
        if (manager.isOlder() && isRoot()) {
            joinOlderRoot(attempt);
        } else {
            auth.provide(new Asking(attempt));
        }
    }

    /** The server connects it without being asked, once. */
    private void joinOlderRoot(ClientAttempt attempt) {
        if (attempt.root().isGranted()) {
            grant(OlderProtocol.socketId(name, attempt.engine().sid()), false);
        } else if (attempt.root().isLeft()) {
            manager.send("", new SocketPacket.Connect(name, Arguments.ABSENT));
        }
    }

    /** Asks for the namespace once the payload is there, if the connection still is. */
    private final class Asking implements Consumer<Arguments> {
        private final ClientAttempt attempt;
        private boolean given;

        Asking(ClientAttempt attempt) {
            this.attempt = attempt;
        }

        @Override
        public void accept(Arguments payload) {
            if (given || !active || connected || manager.current() != attempt) {
                return;
            }
            given = true;
            manager.send(
                    "",
                    manager.isOlder()
                            ? OlderProtocol.connect(name, options.query(), payload.value(0))
                            : new SocketPacket.Connect(name, recovery.payload(payload)));
        }
    }

    void onManagerError(ConnectFailure failure) {
        if (active && !connected) {
            events.unreachable(failure);
        }
    }

    void onManagerClosed(CloseReason reason, CloseDetail detail) {
        if (active) {
            leave(reason, detail);
        }
    }

    /** Drops what waits to be sent; nobody's acknowledgement will come. */
    void abandon() {
        sendBuffer.clear();
        retries.abandon();
        acks.loseAllBut(Set.of());
    }

    void onTimer(ClientTimer.Ack timer) {
        sendBuffer.removeIf(waiting -> waiting.packet().ackId() == timer.ackId());
        acks.timedOut(timer.ackId());
    }

    /** The id that a grant gives to the socket; empty if it gives none. */
    String grantedId(SocketPacket.Connect grant) {
        ClientAttempt attempt = manager.current();
        return attempt != null && manager.isOlder()
                ? OlderProtocol.socketId(name, attempt.engine().sid())
                : grantedText(grant.arguments().value(0).path("sid"));
    }

    /** What JavaScript calls false is no id (socket.io-client 4.8, Socket.onpacket). */
    private static String grantedText(JsonNode id) {
        boolean none = id.isNull() || id.isNumber() && id.doubleValue() == 0 || id.isBoolean() && !id.booleanValue();
        return none ? "" : id.isContainerNode() ? id.toString() : id.asText("");
    }

    /** Takes a packet of this namespace, of so many bytes; a fault ends the connection. */
    @Nullable ProtocolFault onPacket(SocketPacket packet, long bytes, long now) {
        if (!active) {
            return null;
        }
        switch (packet) {
            case SocketPacket.Connect connect -> onConnect(connect, now);
            case SocketPacket.Event event -> {
                return onEvent(event, bytes);
            }
            case SocketPacket.Ack ack -> acks.answered(ack.ackId(), ack.arguments());
            case SocketPacket.Disconnect ignored -> {
                active = false;
                manager.onLeft(now);
                // Told even if it was never granted (socket.io-client 4.8, Socket.ondisconnect).
                leave(CloseReason.IO_SERVER_DISCONNECT, CloseDetail.NONE);
            }
            case SocketPacket.ConnectError error -> onError(error, now);
        }
        return null;
    }

    private void onConnect(SocketPacket.Connect packet, long now) {
        JsonNode payload = packet.arguments().value(0);
        String granted = grantedId(packet);
        boolean older = manager.isOlder();
        if (granted.isEmpty()) {
            if (!manager.onOlderServer(now)) {
                events.olderServer();
            }
        } else if (!older || !connected) {
            grant(granted, !older && recovery.granted(payload));
        }
    }

    private void grant(String granted, boolean recovered) {
        sid = granted;
        connected = true;
        epoch++;
        List.copyOf(receiveBuffer).forEach(this::deliver);
        clearReceived();
        for (Waiting waiting = sendBuffer.pollFirst(); waiting != null; waiting = sendBuffer.pollFirst()) {
            hand(waiting.packet(), waiting.compress());
        }
        retries.drain(true);
        events.connected(sid, recovered);
    }

    private void clearReceived() {
        receiveBuffer.clear();
        receivedBytes = 0;
    }

    private void deliver(SocketPacket.Event event) {
        events.event(event);
        recovery.delivered(event);
    }

    private @Nullable ProtocolFault onEvent(SocketPacket.Event event, long bytes) {
        if (event.arguments() instanceof Arguments.Absent) {
            return null;
        }
        if (connected) {
            deliver(event);
            return null;
        }
        receivedBytes += bytes;
        if (receiveBuffer.size() == MAX_EARLY_EVENTS || receivedBytes > options.limits().maxAttachmentBytes()) {
            return ProtocolFault.at(FaultCode.NOT_CONNECTED, 0);
        }
        receiveBuffer.add(event);
        return null;
    }

    /** In revision 4 of Socket.IO the same packet is also an event for a socket that is connected ("error"). */
    private void onError(SocketPacket.ConnectError error, long now) {
        JsonNode payload = error.arguments().value(0);
        boolean older = manager.isOlder();
        if (older && connected) {
            deliver(SocketPacket.Event.of(name, "error", error.arguments()));
            return;
        }
        active = false;
        manager.onLeft(now);
        JsonNode message = payload.isObject() && payload.has("message") ? payload.path("message") : payload;
        JsonNode data = older && payload.isObject() ? payload : payload.path("data");
        events.refused(
                message.isTextual() ? message.textValue() : message.toString(),
                data.isMissingNode() ? Optional.empty() : Optional.of(data));
    }

    /** The event first and the acknowledgements after it, as in the reference (Socket.onclose). */
    private void leave(CloseReason reason, CloseDetail detail) {
        connected = false;
        sid = "";
        epoch++;
        clearReceived();
        events.disconnected(reason, detail);
        Set<Long> unsent = new HashSet<>();
        sendBuffer.forEach(waiting -> unsent.add(waiting.packet().ackId()));
        acks.loseAllBut(unsent);
    }
}

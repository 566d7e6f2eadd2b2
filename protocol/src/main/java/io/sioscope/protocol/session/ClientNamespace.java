package io.sioscope.protocol.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.fault.FaultCode;
import io.sioscope.protocol.fault.ProtocolFault;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client's socket in one namespace, as the reference's Socket (socket.io-client 4.8, lib/socket.ts): connecting, buffers
 * of both directions, acknowledgements. Belongs to a {@link ClientManager} and its thread.
 */
public final class ClientNamespace {
    /** How many events may come before the server's CONNECT; only recovery sends any, and a client has to bound it. */
    static final int MAX_EARLY_EVENTS = 10_000;

    /** Hears what becomes of the socket. */
    public interface Events {
        /** The server granted the namespace. What waited has been delivered and sent. */
        void connected(String sid);

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
    }

    /** Waits for an acknowledgement; exactly one of the methods is called, once. */
    public interface AckWaiter {
        /** It came. */
        void answered(Arguments arguments);

        /** It did not come in time. */
        void timedOut();

        /** The event was sent, and the socket was disconnected since. */
        void disconnected();
    }

    private final String name;
    private final ClientManager manager;
    private final ClientTimers timers;
    private final Events events;
    private final Deque<SocketPacket.Event> sendBuffer = new ArrayDeque<>();
    private final List<SocketPacket.Event> receiveBuffer = new ArrayList<>();
    private final Map<Long, AckWaiter> waiters = new HashMap<>();
    private Arguments auth = Arguments.ABSENT;
    private String sid = "";
    private boolean active;
    private boolean connected;
    private long nextAckId;
    private long epoch;

    ClientNamespace(String name, ClientManager manager, ClientTimers timers, Events events) {
        this.name = name;
        this.manager = manager;
        this.timers = timers;
        this.events = events;
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

    /** Sets the payload of the CONNECT packets to come. */
    public void auth(Arguments auth) {
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
        if (was) {
            manager.send(sid, new SocketPacket.Disconnect(name));
        }
        active = false;
        manager.onLeft(now);
        if (was && connected) {
            leave(CloseReason.IO_CLIENT_DISCONNECT, CloseDetail.NONE);
        }
    }

    /**
     * Sends an event, or keeps it until the socket is connected.
     *
     * @param waiter wants an acknowledgement, or null
     * @param timeoutNanos how long it waits
     */
    public void emit(String event, Arguments arguments, @Nullable AckWaiter waiter, long timeoutNanos, long now) {
        long ackId = waiter == null ? SocketPacket.NO_ACK : nextAckId++;
        if (waiter != null) {
            waiters.put(ackId, waiter);
            timers.start(new ClientTimer.Ack(name, ackId), timeoutNanos);
        }
        SocketPacket.Event packet = new SocketPacket.Event(name, ackId, event, arguments);
        if (connected && manager.isAlive(now)) {
            manager.send(sid, packet);
        } else {
            sendBuffer.addLast(packet);
            manager.checkHeartbeat(now);
        }
    }

    /** Answers an event that came on connection {@code epoch}; dropped if the socket has been disconnected since. */
    public void reply(long ackId, Arguments arguments, long epoch) {
        if (connected && epoch == this.epoch) {
            manager.send(sid, new SocketPacket.Ack(name, ackId, arguments));
        }
    }

    void onManagerOpen() {
        if (active) {
            manager.send("", new SocketPacket.Connect(name, auth));
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
        List.copyOf(waiters.keySet()).forEach(this::lose);
    }

    void onTimer(ClientTimer.Ack timer) {
        AckWaiter waiter = waiters.remove(timer.ackId());
        if (waiter != null) {
            sendBuffer.removeIf(packet -> packet.ackId() == timer.ackId());
            waiter.timedOut();
        }
    }

    /** Takes a packet of this namespace; a fault ends the connection. */
    @Nullable ProtocolFault onPacket(SocketPacket packet, long now) {
        if (!active) {
            return null;
        }
        switch (packet) {
            case SocketPacket.Connect connect -> onConnect(connect);
            case SocketPacket.Event event -> {
                return onEvent(event);
            }
            case SocketPacket.Ack ack -> onAck(ack);
            case SocketPacket.Disconnect ignored -> {
                active = false;
                manager.onLeft(now);
                if (connected) {
                    leave(CloseReason.IO_SERVER_DISCONNECT, CloseDetail.NONE);
                }
            }
            case SocketPacket.ConnectError error -> {
                active = false;
                manager.onLeft(now);
                onRefused(error.arguments().value(0));
            }
        }
        return null;
    }

    private void onConnect(SocketPacket.Connect packet) {
        JsonNode granted = packet.arguments().value(0).path("sid");
        if (!granted.isTextual()) {
            events.olderServer();
            return;
        }
        sid = granted.textValue();
        connected = true;
        epoch++;
        List.copyOf(receiveBuffer).forEach(events::event);
        receiveBuffer.clear();
        for (SocketPacket.Event waiting = sendBuffer.pollFirst(); waiting != null; waiting = sendBuffer.pollFirst()) {
            manager.send(sid, waiting);
        }
        events.connected(sid);
    }

    private @Nullable ProtocolFault onEvent(SocketPacket.Event event) {
        if (event.arguments() instanceof Arguments.Absent) {
            return null;
        }
        if (connected) {
            events.event(event);
            return null;
        }
        if (receiveBuffer.size() == MAX_EARLY_EVENTS) {
            return ProtocolFault.at(FaultCode.NOT_CONNECTED, 0);
        }
        receiveBuffer.add(event);
        return null;
    }

    private void onAck(SocketPacket.Ack ack) {
        AckWaiter waiter = waiters.remove(ack.ackId());
        if (waiter != null) {
            timers.cancel(new ClientTimer.Ack(name, ack.ackId()));
            waiter.answered(ack.arguments());
        }
    }

    private void onRefused(JsonNode payload) {
        JsonNode message = payload.isObject() ? payload.path("message") : payload;
        JsonNode data = payload.path("data");
        events.refused(
                message.isTextual() ? message.textValue() : message.toString(),
                data.isMissingNode() ? Optional.empty() : Optional.of(data));
    }

    /** The event first and the acknowledgements after it, as in the reference (Socket.onclose). */
    private void leave(CloseReason reason, CloseDetail detail) {
        connected = false;
        sid = "";
        epoch++;
        receiveBuffer.clear();
        events.disconnected(reason, detail);
        Set<Long> unsent = new HashSet<>();
        sendBuffer.forEach(packet -> unsent.add(packet.ackId()));
        List<Long> lost = waiters.keySet().stream().filter(id -> !unsent.contains(id)).sorted().toList();
        lost.forEach(this::lose);
    }

    private void lose(Long ackId) {
        AckWaiter waiter = waiters.remove(ackId);
        timers.cancel(new ClientTimer.Ack(name, ackId));
        if (waiter != null) {
            waiter.disconnected();
        }
    }
}

package io.sioscope.emulator.server;

import io.sioscope.protocol.session.CloseReason;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.PacketParser;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What one namespace keeps for those who lost their connection: who they were, and the packets sent since (socket.io-adapter
 * 2.5, SessionAwareAdapter). Unlike the reference it is bounded in count and bytes; what is dropped can no longer be recovered,
 * and its client comes back as a new one. Any thread; packets are handed on in the order of the log.
 */
final class RecoveryLog {
    private static final int MAX_PACKETS = 100_000;
    private static final long MAX_BYTES = 64L * 1024 * 1024;
    private static final int MAX_SESSIONS = 10_000;

    private record Entry(long offset, BroadcastTarget target, PacketBody body, long at) {}

    private record Session(String id, Set<String> rooms, Map<String, Object> data, long at) {}

    private final ConnectionStateRecovery options;
    private final PacketParser parser;
    private final LongSupplier nanoTime;
    private final Deque<Entry> packets = new ArrayDeque<>();
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final Map<String, Session> claimed = new HashMap<>();
    private long bytes;
    private long lastOffset;

    RecoveryLog(ConnectionStateRecovery options, PacketParser parser, LongSupplier nanoTime) {
        this.parser = parser;
        this.options = options;
        this.nanoTime = nanoTime;
    }

    boolean skipsMiddlewares() {
        return options.skipMiddlewares();
    }

    /**
     * Adds an offset to an event, keeps it, and hands it on before any other is logged. A volatile one is handed on alone, as in
     * the reference.
     */
    synchronized void write(SocketPacket.Event event, BroadcastTarget target, Consumer<PacketBody> deliver) {
        if (target.flags().isVolatile()) {
            deliver.accept(PacketBody.of(event, parser, target.flags()));
            return;
        }
        lastOffset++;
        SocketPacket.Event stamped = new SocketPacket.Event(
                event.namespace(), event.ackId(), event.name(), Arguments.append(event.arguments(), text(lastOffset)));
        PacketBody body = PacketBody.of(stamped, parser, target.flags());
        packets.add(new Entry(lastOffset, target, body, nanoTime.getAsLong()));
        bytes += body.size();
        forget();
        deliver.accept(body);
    }

    private static String text(long offset) {
        return Long.toString(offset, Character.MAX_RADIX);
    }

    /** The number of an offset that is still in the log, where each follows the one before it; or -1. */
    private long known(String offset) {
        long number;
        try {
            number = Long.parseLong(offset, Character.MAX_RADIX);
        } catch (NumberFormatException notOurs) {
            return -1;
        }
        boolean kept = !packets.isEmpty() && number >= packets.getFirst().offset() && number <= lastOffset;
        return kept && text(number).equals(offset) ? number : -1;
    }

    private void forget() {
        long oldest = nanoTime.getAsLong() - options.maxDisconnectionDuration().toNanos();
        while (!packets.isEmpty()
                && (packets.size() > MAX_PACKETS || bytes > MAX_BYTES || packets.getFirst().at() - oldest < 0)) {
            bytes -= packets.removeFirst().body().size();
        }
        Iterator<Session> eldest = sessions.values().iterator();
        while (eldest.hasNext() && (eldest.next().at() - oldest < 0 || sessions.size() > MAX_SESSIONS)) {
            eldest.remove();
        }
    }

    /** Keeps who a socket was, if its end is one that may be undone. */
    synchronized void save(LiveSocket socket, Set<String> rooms, CloseReason reason) {
        boolean recoverable = switch (reason) {
            case TRANSPORT_ERROR, TRANSPORT_CLOSE, FORCED_CLOSE, PING_TIMEOUT, SERVER_SHUTTING_DOWN, FORCED_SERVER_CLOSE -> true;
            case PARSE_ERROR,
                    CLIENT_NAMESPACE_DISCONNECT,
                    SERVER_NAMESPACE_DISCONNECT,
                    IO_CLIENT_DISCONNECT,
                    IO_SERVER_DISCONNECT -> false;
        };
        if (recoverable) {
            sessions.put(socket.pid(), new Session(socket.id(), rooms, socket.data(), nanoTime.getAsLong()));
            forget();
        }
    }

    /**
     * Who a client says it was, if that is known and its last packet too. Until it is given back nobody else can
     * claim the same.
     */
    synchronized Optional<SocketStart> claim(String pid, String offset) {
        forget();
        Session session = sessions.get(pid);
        if (session == null || known(offset) < 0) {
            return Optional.empty();
        }
        sessions.remove(pid);
        claimed.put(pid, session);
        return Optional.of(new SocketStart(session.id(), pid, session.rooms(), session.data(), offset));
    }

    /** Who was claimed has not come after all, and may yet. */
    synchronized void giveBack(SocketStart start) {
        Session session = claimed.remove(start.pid());
        if (session != null) {
            sessions.put(start.pid(), session);
            forget();
        }
    }

    /**
     * Runs with what a socket has missed while nothing else is logged.
     *
     * @return false, without having run, if that is no longer known: too much has been sent since the claim
     */
    synchronized boolean replay(SocketStart start, Consumer<List<PacketBody>> action) {
        claimed.remove(start.pid());
        long offset = known(start.offset());
        if (start.recovered() && offset < 0) {
            return false;
        }
        action.accept(
                start.recovered()
                        ? packets.stream()
                                .filter(entry -> entry.offset() > offset && meant(entry.target(), start.rooms()))
                                .map(Entry::body)
                                .toList()
                        : List.of());
        return true;
    }

    private static boolean meant(BroadcastTarget target, Set<String> rooms) {
        boolean included = target.rooms().isEmpty() || !Collections.disjoint(target.rooms(), rooms);
        return included && Collections.disjoint(target.except(), rooms);
    }
}

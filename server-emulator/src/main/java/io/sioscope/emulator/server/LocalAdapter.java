package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.SocketPacket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Rooms in this process's memory. Readers take no lock: a socket's rooms are replaced, never changed; a room of several is a
 * concurrent set, so that coming and going cost the same however many are in it. Writers take turns, so that listeners hear
 * changes in the order in which they happened.
 */
final class LocalAdapter implements Adapter {
    private final LiveNamespace namespace;
    private final Listeners listeners;
    private final Map<String, Set<String>> members = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> roomsBySocket = new ConcurrentHashMap<>();

    LocalAdapter(LiveNamespace namespace, Listeners listeners) {
        this.namespace = namespace;
        this.listeners = listeners;
    }

    @Override
    public synchronized void addAll(String socketId, Set<String> rooms) {
        Set<String> now = new HashSet<>(roomsOf(socketId));
        for (String room : rooms) {
            if (now.add(room)) {
                roomsBySocket.put(socketId, Set.copyOf(now));
                enter(socketId, room);
            }
        }
    }

    /** Most rooms have one member, the socket whose id they bear: those need no table. */
    private void enter(String socketId, String room) {
        Set<String> before = members.get(room);
        if (before == null) {
            members.put(room, Set.of(socketId));
            listeners.roomCreated(namespace, room);
        } else if (before instanceof ConcurrentHashMap.KeySetView<String, ?>) {
            before.add(socketId);
        } else {
            Set<String> several = ConcurrentHashMap.newKeySet();
            several.addAll(before);
            several.add(socketId);
            members.put(room, several);
        }
        listeners.roomJoined(namespace, room, socketId);
    }

    @Override
    public synchronized void remove(String socketId, String room) {
        Set<String> now = new HashSet<>(roomsOf(socketId));
        if (now.remove(room)) {
            if (now.isEmpty()) {
                roomsBySocket.remove(socketId);
            } else {
                roomsBySocket.put(socketId, Set.copyOf(now));
            }
            exit(socketId, room);
        }
    }

    private void exit(String socketId, String room) {
        boolean last = true;
        if (membersOf(room) instanceof ConcurrentHashMap.KeySetView<String, ?> several) {
            several.remove(socketId);
            last = several.isEmpty();
        }
        if (last) {
            members.remove(room);
        }
        listeners.roomLeft(namespace, room, socketId);
        if (last) {
            listeners.roomDeleted(namespace, room);
        }
    }

    @Override
    public synchronized void removeAll(String socketId) {
        Set<String> rooms = roomsBySocket.remove(socketId);
        if (rooms != null) {
            rooms.forEach(room -> exit(socketId, room));
        }
    }

    @Override
    public Set<String> roomsOf(String socketId) {
        return roomsBySocket.getOrDefault(socketId, Set.of());
    }

    @Override
    public Map<String, Set<String>> rooms() {
        Map<String, Set<String>> copy = new HashMap<>();
        members.forEach((room, ids) -> copy.put(room, Set.copyOf(ids)));
        return copy;
    }

    @Override
    public Set<String> sockets(BroadcastTarget target) {
        Set<String> chosen = new LinkedHashSet<>();
        forEach(target, chosen::add);
        return chosen;
    }

    private Set<String> membersOf(String room) {
        return members.getOrDefault(room, Set.of());
    }

    /** Each id once: with one room or none, no set is needed for that. */
    private void forEach(BroadcastTarget target, Consumer<String> action) {
        List<Set<String>> except = target.except().stream().map(this::membersOf).toList();
        Iterable<String> candidates = roomsBySocket.keySet();
        if (target.rooms().size() == 1) {
            candidates = membersOf(target.rooms().iterator().next());
        } else if (!target.rooms().isEmpty()) {
            Set<String> union = new LinkedHashSet<>();
            target.rooms().forEach(room -> union.addAll(membersOf(room)));
            candidates = union;
        }
        for (String id : candidates) {
            if (except.isEmpty() || except.stream().noneMatch(left -> left.contains(id))) {
                action.accept(id);
            }
        }
    }

    @Override
    public void broadcast(SocketPacket.Event packet, BroadcastTarget target) {
        namespace.publish(packet, target, body -> {
            List<LiveSocket> recipients = chosen(target);
            deliver(body, recipients);
            listeners.broadcastSent(namespace, packet.name(), target, recipients);
        });
    }

    @Override
    public Runnable broadcastWithAck(
            SocketPacket.Event packet, BroadcastTarget target, IntConsumer onCount, Consumer<Arguments> onAnswer) {
        SocketPacket.Event asking = new SocketPacket.Event(
                packet.namespace(), namespace.nextAckId(), packet.name(), packet.arguments());
        PacketBody body = PacketBody.of(asking, namespace.parser(), target.flags());
        List<LiveSocket> recipients = chosen(target);
        for (LiveSocket socket : recipients) {
            socket.expectAck(asking.ackId(), new PendingAcks.Waiting(onAnswer, () -> {}));
        }
        onCount.accept(recipients.size());
        deliver(body, recipients);
        listeners.broadcastSent(namespace, packet.name(), target, recipients);
        return () -> recipients.forEach(socket -> socket.forgetAck(asking.ackId()));
    }

    @Override
    public CompletableFuture<Integer> serverCount() {
        return CompletableFuture.completedFuture(1);
    }

    @Override
    public CompletableFuture<List<RemoteSocket>> fetchSockets(BroadcastTarget target) {
        return CompletableFuture.completedFuture(chosen(target).stream()
                .map(socket -> new RemoteSocket(
                        namespace, socket.id(), socket.handshake(), socket.rooms(), socket.data()))
                .toList());
    }

    @Override
    public void addSockets(BroadcastTarget target, Set<String> rooms) {
        String[] names = rooms.toArray(String[]::new);
        chosen(target).forEach(socket -> socket.join(names));
    }

    @Override
    public void removeSockets(BroadcastTarget target, Set<String> rooms) {
        chosen(target).forEach(socket -> rooms.forEach(socket::leave));
    }

    @Override
    public void disconnectSockets(BroadcastTarget target, boolean close) {
        chosen(target).forEach(socket -> socket.disconnect(close));
    }

    /** There are no other servers. */
    @Override
    public void serverSideEmit(String event, Arguments arguments) {}

    @Override
    public CompletableFuture<List<Arguments>> serverSideEmitWithAck(
            Duration timeout, String event, Arguments arguments) {
        return CompletableFuture.completedFuture(List.of());
    }

    private List<LiveSocket> chosen(BroadcastTarget target) {
        List<LiveSocket> sockets = new ArrayList<>();
        forEach(target, id -> {
            LiveSocket socket = namespace.live(id);
            if (socket != null) {
                sockets.add(socket);
            }
        });
        return sockets;
    }

    /** One task per event loop, whatever the number of its sockets. */
    private void deliver(PacketBody body, List<LiveSocket> recipients) {
        Map<Executor, List<LiveSocket>> byLoop = new HashMap<>(8);
        for (LiveSocket socket : recipients) {
            byLoop.computeIfAbsent(socket.conn().loop(), loop -> new ArrayList<>()).add(socket);
        }
        byLoop.values().forEach(group -> namespace.run(
                group.getFirst().conn(), () -> group.forEach(socket -> socket.sendNow(body))));
    }
}

package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Rooms in this process's memory. Readers take no lock: each room's members and each socket's rooms are replaced, never
 * changed. Writers take turns, so that listeners hear changes in the order in which they happened.
 */
final class LocalAdapter implements Adapter {
    private final LiveNamespace namespace;
    private final Listeners listeners;
    private final Map<String, String[]> members = new ConcurrentHashMap<>();
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

    private void enter(String socketId, String room) {
        String[] before = members.get(room);
        if (before == null) {
            members.put(room, new String[] {socketId});
            listeners.roomCreated(namespace, room);
        } else {
            String[] after = Arrays.copyOf(before, before.length + 1);
            after[before.length] = socketId;
            members.put(room, after);
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
        String[] after = Arrays.stream(members.getOrDefault(room, new String[0]))
                .filter(member -> !member.equals(socketId))
                .toArray(String[]::new);
        if (after.length > 0) {
            members.put(room, after);
        } else {
            members.remove(room);
        }
        listeners.roomLeft(namespace, room, socketId);
        if (after.length == 0) {
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
        members.forEach((room, ids) -> copy.put(room, Set.of(ids)));
        return copy;
    }

    @Override
    public Set<String> sockets(BroadcastTarget target) {
        Set<String> chosen;
        if (target.rooms().isEmpty()) {
            chosen = new HashSet<>(roomsBySocket.keySet());
        } else {
            chosen = new LinkedHashSet<>();
            for (String room : target.rooms()) {
                chosen.addAll(Arrays.asList(members.getOrDefault(room, new String[0])));
            }
        }
        for (String room : target.except()) {
            for (String id : members.getOrDefault(room, new String[0])) {
                chosen.remove(id);
            }
        }
        return chosen;
    }

    @Override
    public void broadcast(SocketPacket.Event packet, BroadcastTarget target) {
        List<LiveSocket> recipients = chosen(target);
        deliver(PacketBody.of(packet), recipients);
        listeners.broadcastSent(namespace, packet.name(), target, recipients);
    }

    @Override
    public Expectation broadcastWithAck(
            SocketPacket.Event packet, BroadcastTarget target, Consumer<Arguments> onAnswer) {
        PacketBody body = PacketBody.of(packet);
        List<LiveSocket> recipients = chosen(target);
        for (LiveSocket socket : recipients) {
            socket.expectAck(packet.ackId(), new PendingAcks.Waiting(onAnswer, () -> {}));
        }
        deliver(body, recipients);
        listeners.broadcastSent(namespace, packet.name(), target, recipients);
        return new Expectation(
                recipients.size(), () -> recipients.forEach(socket -> socket.forgetAck(packet.ackId())));
    }

    private List<LiveSocket> chosen(BroadcastTarget target) {
        List<LiveSocket> sockets = new ArrayList<>();
        for (String id : sockets(target)) {
            LiveSocket socket = namespace.live(id);
            if (socket != null) {
                sockets.add(socket);
            }
        }
        return sockets;
    }

    /** One task per event loop, whatever the number of its sockets. */
    private static void deliver(PacketBody body, List<LiveSocket> recipients) {
        Map<Executor, List<LiveSocket>> byLoop = new HashMap<>(8);
        for (LiveSocket socket : recipients) {
            byLoop.computeIfAbsent(socket.conn().loop(), loop -> new ArrayList<>()).add(socket);
        }
        byLoop.values().forEach(group -> group.getFirst()
                .conn()
                .run(() -> group.forEach(socket -> socket.sendNow(body))));
    }
}

package io.sioscope.app.workbench;

import io.sioscope.emulator.server.Connection;
import io.sioscope.emulator.server.Namespace;
import io.sioscope.emulator.server.ServerListener;
import io.sioscope.emulator.server.ServerSocket;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.CloseReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Keeps a host's snapshot until something changes. Any thread. */
final class HostStatus implements ServerListener {
    private final SessionHome home;
    private final AtomicLong version = new AtomicLong();
    /** Of the sockets that are connected, by id: a handshake never changes, and a copy of it costs. */
    private final Map<String, HandshakeSnapshot> handshakes = new ConcurrentHashMap<>();
    private volatile boolean stopped;
    private volatile @Nullable Cached cached;

    private record Cached(long version, SessionSnapshot snapshot) {}

    HostStatus(SessionHome home) {
        this.home = home;
    }

    SessionSnapshot snapshot(HostAddress address, SioServer server) {
        long now = version.get();
        Cached known = cached;
        if (known != null && known.version() == now) {
            return known.snapshot();
        }
        SessionSnapshot fresh = take(address, server);
        cached = new Cached(now, fresh);
        return fresh;
    }

    private SessionSnapshot take(HostAddress address, SioServer server) {
        List<NamespaceSnapshot> namespaces = new ArrayList<>();
        List<SocketSnapshot> sockets = new ArrayList<>();
        server.namespaces().stream().sorted(Comparator.comparing(Namespace::name)).forEach(namespace -> {
            List<ServerSocket> members = new ArrayList<>(namespace.sockets());
            members.sort(Comparator.comparing((ServerSocket socket) ->
                            socket.handshake().issued())
                    .thenComparing(ServerSocket::id));
            namespaces.add(new NamespaceSnapshot(namespace.name(), new NamespaceState.Served(members.size())));
            members.forEach(socket -> sockets.add(snapshot(namespace.name(), socket)));
        });
        SessionState state = stopped
                ? new SessionState.Closed(CloseReason.SERVER_SHUTTING_DOWN.text())
                : new SessionState.Listening(address.url(), address.port(), address.path());
        return new SessionSnapshot(
                home.id(),
                SessionSnapshot.Kind.HOST,
                address.url(),
                state,
                Optional.empty(),
                namespaces,
                sockets);
    }

    private SocketSnapshot snapshot(String namespace, ServerSocket socket) {
        List<String> rooms = socket.rooms().stream()
                .filter(room -> !room.equals(socket.id()))
                .sorted()
                .toList();
        return new SocketSnapshot(
                namespace,
                socket.id(),
                rooms,
                socket.transport(),
                socket.conn().protocol(),
                socket.conn().address(),
                handshakes.computeIfAbsent(socket.id(), id -> HandshakeSnapshot.of(socket.handshake())));
    }

    void stopped() {
        stopped = true;
        changed();
    }

    private void changed() {
        version.incrementAndGet();
        home.changed().run();
    }

    @Override
    public void connectionUpgraded(Connection connection, Transport from, Transport to) {
        changed();
    }

    @Override
    public void namespaceCreated(Namespace namespace) {
        changed();
    }

    @Override
    public void socketConnected(ServerSocket socket) {
        changed();
    }

    @Override
    public void socketDisconnected(ServerSocket socket, CloseReason reason) {
        home.acks().forget(home.id(), socket.id());
        handshakes.remove(socket.id());
        changed();
    }

    @Override
    public void roomJoined(Namespace namespace, String room, String socketId) {
        changed();
    }

    @Override
    public void roomLeft(Namespace namespace, String room, String socketId) {
        changed();
    }
}

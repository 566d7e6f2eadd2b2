package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.SocketPacket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A choice of one namespace's sockets. Immutable; any thread. */
record Broadcast(LiveNamespace namespace, BroadcastTarget target) implements BroadcastOperator {
    @Override
    public BroadcastOperator to(String... rooms) {
        return new Broadcast(namespace, new BroadcastTarget(union(target.rooms(), rooms), target.except(), target.flags()));
    }

    @Override
    public BroadcastOperator except(String... rooms) {
        return new Broadcast(namespace, new BroadcastTarget(target.rooms(), union(target.except(), rooms), target.flags()));
    }

    @Override
    public BroadcastOperator asVolatile() {
        return new Broadcast(namespace, target.with(target.flags().asVolatile()));
    }

    @Override
    public BroadcastOperator compress(boolean compress) {
        return new Broadcast(namespace, target.with(target.flags().compressed(compress)));
    }

    @Override
    public BroadcastOperator local() {
        return new Broadcast(namespace, target.with(target.flags().asLocal()));
    }

    private static Set<String> union(Set<String> some, String[] more) {
        Set<String> union = new HashSet<>(some);
        union.addAll(Arrays.asList(more));
        return union;
    }

    @Override
    public void emit(String name, Arguments arguments) {
        namespace
                .adapter()
                .broadcast(LiveSocket.event(namespace.name(), SocketPacket.NO_ACK, name, arguments), target);
    }

    @Override
    public CompletableFuture<BroadcastAcks> emitWithAck(Duration timeout, String name, Arguments arguments) {
        SocketPacket.Event packet = LiveSocket.event(namespace.name(), SocketPacket.NO_ACK, name, arguments);
        AckGathering gathering = new AckGathering();
        Runnable forget =
                namespace.adapter().broadcastWithAck(packet, target, gathering::expect, gathering::add);
        if (target.flags().local()) {
            gathering.servers(1);
        } else {
            namespace.adapter().serverCount().thenAccept(gathering::servers);
        }
        gathering.limit(timeout, namespace.timers(), forget);
        return gathering.future();
    }

    @Override
    public Collection<ServerSocket> sockets() {
        return namespace.socketsOf(target);
    }

    @Override
    public CompletableFuture<List<RemoteSocket>> fetchSockets() {
        return namespace.adapter().fetchSockets(target);
    }

    @Override
    public void socketsJoin(String... rooms) {
        namespace.adapter().addSockets(target, new HashSet<>(Arrays.asList(rooms)));
    }

    @Override
    public void socketsLeave(String... rooms) {
        namespace.adapter().removeSockets(target, new HashSet<>(Arrays.asList(rooms)));
    }

    @Override
    public void disconnectSockets(boolean close) {
        namespace.adapter().disconnectSockets(target, close);
    }
}

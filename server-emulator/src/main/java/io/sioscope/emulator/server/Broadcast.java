package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.SocketPacket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
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
        SocketPacket.Event packet = LiveSocket.event(namespace.name(), namespace.nextAckId(), name, arguments);
        AckGathering gathering = new AckGathering();
        Adapter.Expectation expectation = namespace.adapter().broadcastWithAck(packet, target, gathering::add);
        gathering.expect(expectation, timeout, namespace.timers());
        return gathering.future();
    }

    @Override
    public Collection<ServerSocket> sockets() {
        return namespace.socketsOf(target);
    }
}

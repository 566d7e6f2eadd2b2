package io.sioscope.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sioscope.protocol.client.ClientSocket;
import io.sioscope.protocol.client.SioClient;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.SocketPacket;
import io.sioscope.testing.NoLeaks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An adapter of one's own joins two servers: what is done on one reaches the sockets of both. */
@NoLeaks
class JoinedServersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Cluster cluster = new Cluster();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private SioServer one;
    private SioServer two;

    @BeforeEach
    void listen() throws Exception {
        one = server();
        two = server();
        client("a", one);
        client("b", two);
        await().atMost(PATIENCE)
                .until(() -> one.of("/").size() == 1 && two.of("/").size() == 1);
    }

    private SioServer server() throws Exception {
        SioServer server = SioServer.builder().adapter(cluster::join).listen();
        open.addFirst(server);
        return server;
    }

    private void client(String name, SioServer server) {
        SioClient client = SioClient.builder(server.url().toString()).build();
        open.addFirst(client);
        ClientSocket socket = client.socket("/");
        socket.onAny((event, args, ack) -> {
            heard.add(name + " " + event);
            ack.ifPresent(reply -> reply.send(name));
        });
        socket.connect();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        assertThat(cluster.closed).hasValue(2);
    }

    private List<String> next(int count) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
        return lines;
    }

    @Test
    void broadcastsReachBothAndLocalOnesOne() throws Exception {
        one.emit("all");
        assertThat(next(2)).containsExactlyInAnyOrder("a all", "b all");
        one.of("/").local().emit("here");
        one.emit("after");
        assertThat(next(3)).containsExactlyInAnyOrder("a here", "a after", "b after");
    }

    @Test
    void answersComeFromBoth() {
        BroadcastAcks acks = one.of("/").timeout(PATIENCE).emitWithAck("who").join();
        assertThat(acks.expected()).isEqualTo(2);
        assertThat(acks.answers()).extracting(answer -> answer.values().getFirst().asText())
                .containsExactlyInAnyOrder("a", "b");
        assertThat(one.of("/").local().timeout(PATIENCE).emitWithAck("who").join().expected()).isEqualTo(1);
    }

    @Test
    void socketsOfBothAreFoundMovedAndDisconnected() throws Exception {
        List<RemoteSocket> all = one.of("/").fetchSockets().get(20, TimeUnit.SECONDS);
        assertThat(all).hasSize(2);
        assertThat(one.of("/").sockets()).hasSize(1);
        all.forEach(socket -> socket.join("room"));
        two.to("room").emit("inside");
        assertThat(next(2)).containsExactlyInAnyOrder("a inside", "b inside");
        one.of("/").socketsLeave("room");
        assertThat(two.to("room").fetchSockets().get(20, TimeUnit.SECONDS)).isEmpty();
        String farId = two.of("/").sockets().iterator().next().id();
        one.to(farId).disconnectSockets(false);
        await().atMost(PATIENCE).until(() -> two.of("/").size() == 0);
        assertThat(one.of("/").size()).isEqualTo(1);
    }

    @Test
    void serversTalkToEachOther() throws Exception {
        two.of("/").onServerSideEmit("hello", (args, ack) -> {
            heard.add("two " + args.values());
            ack.ifPresent(reply -> reply.send("from two"));
        });
        one.of("/").onServerSideEmit("hello", (args, ack) -> heard.add("one"));
        one.of("/").serverSideEmit("hello", 1);
        assertThat(heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("two [1]");
        List<Arguments> answers = one.of("/")
                .serverSideEmitWithAck(PATIENCE, "hello", Arguments.of(2))
                .join();
        assertThat(answers).extracting(Arguments::values).hasToString("[[\"from two\"]]");
        assertThatThrownBy(() -> one.of("/").serverSideEmit("connection"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Joins the servers of this test. */
    private static final class Cluster {
        private final List<Joined> all = new CopyOnWriteArrayList<>();
        private final AtomicInteger closed = new AtomicInteger();

        Adapter join(AdapterPlace place) {
            Joined joined = new Joined(this, place);
            all.add(joined);
            return joined;
        }

        List<Joined> meant(BroadcastTarget target, Joined self) {
            return target.flags().local() ? List.of(self) : all;
        }
    }

    private record Joined(Cluster cluster, AdapterPlace place) implements Adapter {
        private void each(BroadcastTarget target, Consumer<Adapter> action) {
            cluster.meant(target, this).forEach(joined -> action.accept(joined.place.local()));
        }

        @Override
        public void addAll(String socketId, Set<String> rooms) {
            place.local().addAll(socketId, rooms);
        }

        @Override
        public void remove(String socketId, String room) {
            place.local().remove(socketId, room);
        }

        @Override
        public void removeAll(String socketId) {
            place.local().removeAll(socketId);
        }

        @Override
        public Set<String> roomsOf(String socketId) {
            return place.local().roomsOf(socketId);
        }

        @Override
        public Map<String, Set<String>> rooms() {
            return place.local().rooms();
        }

        @Override
        public Set<String> sockets(BroadcastTarget target) {
            return place.local().sockets(target);
        }

        @Override
        public void broadcast(SocketPacket.Event packet, BroadcastTarget target) {
            each(target, adapter -> adapter.broadcast(packet, target));
        }

        @Override
        public Runnable broadcastWithAck(
                SocketPacket.Event packet, BroadcastTarget target, IntConsumer onCount, Consumer<Arguments> onAnswer) {
            List<Runnable> forget = new ArrayList<>();
            each(target, adapter -> forget.add(adapter.broadcastWithAck(packet, target, onCount, onAnswer)));
            return () -> forget.forEach(Runnable::run);
        }

        @Override
        public CompletableFuture<Integer> serverCount() {
            return CompletableFuture.supplyAsync(cluster.all::size);
        }

        @Override
        public CompletableFuture<List<RemoteSocket>> fetchSockets(BroadcastTarget target) {
            List<RemoteSocket> found = new ArrayList<>();
            each(target, adapter -> found.addAll(adapter.fetchSockets(target).join().stream()
                    .map(far -> new RemoteSocket(place.namespace(), far.id(), far.handshake(), far.rooms(), far.data()))
                    .toList()));
            return CompletableFuture.completedFuture(found);
        }

        @Override
        public void addSockets(BroadcastTarget target, Set<String> rooms) {
            each(target, adapter -> adapter.addSockets(target, rooms));
        }

        @Override
        public void removeSockets(BroadcastTarget target, Set<String> rooms) {
            each(target, adapter -> adapter.removeSockets(target, rooms));
        }

        @Override
        public void disconnectSockets(BroadcastTarget target, boolean close) {
            each(target, adapter -> adapter.disconnectSockets(target, close));
        }

        private List<Joined> others() {
            return cluster.all.stream().filter(joined -> !joined.equals(this)).toList();
        }

        @Override
        public void serverSideEmit(String event, Arguments arguments) {
            others().forEach(other -> other.place.serverSideEvent(event, arguments, Optional.empty()));
        }

        @Override
        public CompletableFuture<List<Arguments>> serverSideEmitWithAck(
                Duration timeout, String event, Arguments arguments) {
            List<Arguments> answers = new ArrayList<>();
            others().forEach(other -> other.place.serverSideEvent(event, arguments, Optional.of(new AckReply() {
                @Override
                public long id() {
                    return 0;
                }

                @Override
                public boolean send(Object... values) {
                    return send(Arguments.of(values));
                }

                @Override
                public boolean send(Arguments answer) {
                    return answers.add(answer);
                }
            })));
            return CompletableFuture.completedFuture(answers);
        }

        @Override
        public void close() {
            cluster.closed.incrementAndGet();
        }
    }
}

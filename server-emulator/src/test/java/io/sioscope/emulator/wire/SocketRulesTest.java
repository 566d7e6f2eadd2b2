package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sioscope.emulator.server.BroadcastOperator;
import io.sioscope.emulator.server.Middleware;
import io.sioscope.emulator.server.ServerSocket;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.protocol.Bytes;
import io.sioscope.testing.NoLeaks;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The smaller rules of Socket.IO that a client, or an application, of the reference may build on. */
@NoLeaks
class SocketRulesTest {
    private final BlockingQueue<ServerSocket> sockets = new LinkedBlockingQueue<>();
    private final BlockingQueue<Middleware.Next> waiting = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private SioServer server;
    private Wire wire;

    @BeforeEach
    void listen() throws Exception {
        server = SioServer.builder()
                .connectTimeout(Duration.ofMillis(500))
                .setup(this::handlers)
                .listen();
        wire = new Wire(server);
    }

    private void handlers(SioServer io) {
        io.of("/").onConnection(socket -> {
            socket.onAny((name, args, ack) -> told.add("any " + name));
            socket.on("echo", (args, ack) -> socket.emit("echo", args));
            socket.on("ask", (args, ack) -> ack.ifPresent(reply -> reply.send(args)));
            socket.on("bye", (args, ack) -> socket.disconnect());
            socket.onError(error -> told.add("error"));
            socket.onDisconnecting(reason -> told.add("disconnecting " + socket.rooms().size()));
            socket.onDisconnect(reason -> told.add("disconnect " + socket.rooms().size() + " " + reason.text()));
            sockets.add(socket);
        });
        io.of("/other").onConnection(socket -> {
            socket.on("ask", (args, ack) -> ack.ifPresent(reply -> reply.send(args)));
            sockets.add(socket);
        });
        io.of("/slow").use((socket, next) -> waiting.add(next));
    }

    @AfterEach
    void close() {
        wire.close();
    }

    private static <T> T taken(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("what the server hears").isNotNull();
        return next;
    }

    private Wire.Frames joinedBoth() throws InterruptedException {
        Wire.Frames frames = wire.socketJoined();
        frames.send("40/other");
        frames.next();
        return frames;
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"})
    void reservedNamesCannotBeEmitted(String name) throws Exception {
        wire.socketJoined();
        ServerSocket socket = taken(sockets);
        String message = "\"" + name + "\" is a reserved event name";
        assertThatThrownBy(() -> socket.emit(name)).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
        assertThatThrownBy(() -> socket.emitWithAck(Wire.PATIENCE, name)).hasMessage(message);
        assertThatThrownBy(() -> server.emit(name)).hasMessage(message);
        assertThatThrownBy(() -> server.to("x").emitWithAck(Wire.PATIENCE, name)).hasMessage(message);
    }

    @Test
    void namesThatLookReservedAreNot() throws Exception {
        Wire.Frames frames = wire.socketJoined();
        taken(sockets).emit("error", 1);
        assertThat(frames.next()).isEqualTo("42[\"error\",1]");
        server.emit("connection");
        assertThat(frames.next()).isEqualTo("42[\"connection\"]");
        frames.send("42[\"error\"]").send("42[\"connection\"]");
        assertThat(taken(told)).isEqualTo("any error");
        assertThat(taken(told)).isEqualTo("any connection");
    }

    @Test
    void packetsWithoutAnyJsonDoNothing() throws Exception {
        Wire.Frames frames = wire.socketJoined();
        frames.send("42").send("4212").send("43").send("4312").send("42[\"last\"]");
        assertThat(taken(told)).isEqualTo("any last");
        frames.send("42[5,\"x\"]");
        assertThat(taken(told)).isEqualTo("any 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"42-1[\"x\"]", "42[\"x\"", "43{}", "44\"x\"", "451-[\"x\",{\"_placeholder\":true,\"num\":-1}]", "40\"x\""})
    void theErrorComesBeforeTheEnd(String broken) throws Exception {
        Wire.Frames frames = wire.socketJoined();
        frames.send(broken);
        assertThat(frames.next()).isEqualTo("close 1005");
        List<String> heard = List.of(taken(told), taken(told));
        if (!broken.startsWith("44")) {
            assertThat(heard).containsExactly("error", "disconnecting 1");
            heard = List.of("disconnecting 1", taken(told));
        }
        assertThat(heard).containsExactly("disconnecting 1", "disconnect 0 forced close");
    }

    @Test
    void ackIdsAreTheNamespacesAndABroadcastsAreOne() throws Exception {
        Wire.Frames one = joinedBoth();
        Wire.Frames two = wire.socketJoined();
        ServerSocket first = taken(sockets);
        ServerSocket other = taken(sockets);
        ServerSocket second = taken(sockets);
        first.emitWithAck(Wire.PATIENCE, "a");
        assertThat(one.next()).isEqualTo("420[\"a\"]");
        second.emitWithAck(Wire.PATIENCE, "b");
        assertThat(two.next()).isEqualTo("421[\"b\"]");
        server.of("/").emitWithAck(Wire.PATIENCE, "c");
        assertThat(one.next()).isEqualTo("422[\"c\"]");
        assertThat(two.next()).isEqualTo("422[\"c\"]");
        other.emitWithAck(Wire.PATIENCE, "d");
        assertThat(one.next()).isEqualTo("42/other,0[\"d\"]");
    }

    @Test
    void anAnswerNamesItsQuestionAndItsNamespace() throws Exception {
        Wire.Frames frames = joinedBoth();
        frames.send("42/other,7[\"ask\",1]");
        assertThat(frames.next()).isEqualTo("43/other,7[1]");
        frames.send("451-/other,8[\"ask\",{\"_placeholder\":true,\"num\":0}]").sendBinary(1, 2);
        assertThat(frames.next()).isEqualTo("461-/other,8[{\"_placeholder\":true,\"num\":0}]");
        assertThat(frames.next()).isEqualTo("binary 0102");
        ServerSocket root = taken(sockets);
        var answer = root.emitWithAck(Wire.PATIENCE, "bytes", Bytes.wrap(new byte[] {3}));
        assertThat(frames.next()).isEqualTo("451-0[\"bytes\",{\"_placeholder\":true,\"num\":0}]");
        assertThat(frames.next()).isEqualTo("binary 03");
        frames.send("461-0[{\"_placeholder\":true,\"num\":0}]").sendBinary(4);
        assertThat(answer.get(20, TimeUnit.SECONDS).attachments()).containsExactly(Bytes.wrap(new byte[] {4}));
    }

    @Test
    void theSameAnswerTwiceCountsOnce() throws Exception {
        Wire.Frames one = wire.socketJoined();
        Wire.Frames two = wire.socketJoined();
        var acks = server.of("/").emitWithAck(Wire.PATIENCE, "who");
        one.next();
        two.next();
        one.send("430[1]").send("430[1]").send("42[\"done\"]");
        assertThat(taken(told)).isEqualTo("any done");
        assertThat(acks).isNotDone();
        two.send("430[2]");
        assertThat(acks.get(20, TimeUnit.SECONDS).answers()).hasSize(2);
    }

    @Test
    void everyNamespaceHasItsOwnId() throws Exception {
        joinedBoth();
        ServerSocket root = taken(sockets);
        ServerSocket other = taken(sockets);
        assertThat(List.of(root.id(), other.id(), root.conn().id())).doesNotHaveDuplicates();
        assertThat(root.rooms()).containsExactly(root.id());
        assertThat(other.rooms()).containsExactly(other.id());
    }

    @Test
    void aRefusedNamespaceIsNoneForTheConnectTimeout() throws Exception {
        Wire.Frames frames = wire.socket();
        frames.next();
        frames.send("40/nowhere");
        assertThat(frames.next()).isEqualTo("44/nowhere,{\"message\":\"Invalid namespace\"}");
        assertThat(frames.next()).isEqualTo("close 1005");
    }

    @Test
    void whoStillWaitsForAMiddlewareHasNotJoined() throws Exception {
        Wire.Frames frames = wire.socketJoined();
        frames.send("40/slow");
        taken(waiting);
        frames.send("42/slow,[\"early\"]");
        assertThat(frames.next()).isEqualTo("close 1005");
        assertThat(taken(told)).isEqualTo("disconnecting 1");
        assertThat(taken(told)).isEqualTo("disconnect 0 forced close");
    }

    @Test
    void theEndOfAllNamespacesIsToldToEach() throws Exception {
        Wire.Frames frames = joinedBoth();
        taken(sockets).disconnect(true);
        assertThat(List.of(frames.next(), frames.next())).containsExactlyInAnyOrder("41", "41/other,");
        assertThat(frames.next()).isEqualTo("close 1005");
    }

    @Test
    void theOtherNamespaceOutlivesTheRoot() throws Exception {
        Wire.Frames frames = joinedBoth();
        taken(sockets).disconnect();
        assertThat(frames.next()).isEqualTo("41");
        frames.send("42/other,1[\"ask\"]");
        assertThat(frames.next()).isEqualTo("43/other,1[]");
    }

    /** What was on its way together with the event for which the server disconnected is passed over, and no violation. */
    @Test
    void packetsThatComeWithTheLastOneAreIgnored() throws Exception {
        String sid = wire.openJoined();
        wire.post(sid, "40/other");
        wire.poll(sid);
        wire.post(sid, "42[\"bye\"]\u001e42[\"echo\",1]\u001e421[\"ask\"]\u001e430[]\u001e41\u001e42/other,1[\"ask\"]");
        assertThat(wire.poll(sid).body()).isEqualTo("41\u001e43/other,1[]");
        assertThat(wire.post(sid, "42/other,2[\"ask\"]").statusCode()).isEqualTo(200);
        assertThat(wire.poll(sid).body()).isEqualTo("43/other,2[]");
        wire.post(sid, "42[\"echo\",\"too late\"]");
        assertThat(wire.poll(sid).body()).isEqualTo("6\u001e1");
    }

    @Test
    void packetsThatComeWithTheClientsGoodbyeAreIgnored() throws Exception {
        String sid = wire.openJoined();
        wire.post(sid, "40/other");
        wire.poll(sid);
        wire.post(sid, "41\u001e42[\"echo\",1]\u001e42/other,1[\"ask\"]");
        assertThat(wire.poll(sid).body()).isEqualTo("43/other,1[]");
        wire.post(sid, "42[\"echo\",\"too late\"]");
        assertThat(wire.poll(sid).body()).isEqualTo("6\u001e1");
    }

    @Test
    void anErrorThatNobodyHearsHarmsNobody() throws Exception {
        server.of("/other").onConnection(socket -> socket.use((name, args, next) -> {
            if (name.equals("bad")) {
                next.refuse(new IllegalArgumentException("not allowed"));
            } else {
                next.proceed();
            }
        }));
        Wire.Frames frames = joinedBoth();
        frames.send("42/other,1[\"bad\"]").send("42/other,2[\"ask\"]");
        assertThat(frames.next()).isEqualTo("43/other,2[]");
    }

    @Test
    void anOperatorStaysAsItIs() throws Exception {
        Wire.Frames one = wire.socketJoined();
        ServerSocket first = taken(sockets);
        Wire.Frames two = wire.socketJoined();
        taken(sockets).join("room");
        first.join("room");
        BroadcastOperator room = server.to("room");
        room.except(first.id()).emit("narrow");
        room.emit("wide");
        first.to("room").emit("others");
        server.to("nobody").to("room").emit("either");
        assertThat(List.of(one.next(), one.next())).containsExactly("42[\"wide\"]", "42[\"either\"]");
        assertThat(List.of(two.next(), two.next(), two.next(), two.next()))
                .containsExactly("42[\"narrow\"]", "42[\"wide\"]", "42[\"others\"]", "42[\"either\"]");
    }

    @Test
    void aBroadcastToNobodyIsAnsweredAtOnce() {
        assertThat(server.of("/").emitWithAck(Duration.ofDays(1), "anybody"))
                .succeedsWithin(Wire.PATIENCE)
                .satisfies(acks -> assertThat(acks.answers()).isEmpty());
    }

    @Test
    void aClosingServerDropsWhatWaits() throws Exception {
        String sid = wire.openJoined();
        taken(sockets).emit("never sent");
        var poll = wire.pollAsync("nobody");
        assertThat(poll.join().statusCode()).isEqualTo(400);
        server.closeAsync().get(20, TimeUnit.SECONDS);
        assertThat(taken(told)).isEqualTo("disconnecting 1");
        assertThat(taken(told)).isEqualTo("disconnect 0 server shutting down");
        assertThat(wire.pollAsync(sid)).failsWithin(Wire.PATIENCE);
    }
}

package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sioscope.emulator.server.ConnectionStateRecovery;
import io.sioscope.emulator.server.Middleware;
import io.sioscope.emulator.server.ServerSocket;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.testing.NoLeaks;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connection state recovery on the wire. */
@NoLeaks
class RecoveryTest {
    private static final Pattern ANSWER = Pattern.compile("40\\{\"sid\":\"([^\"]+)\",\"pid\":\"([^\"]+)\"}");

    private final BlockingQueue<ServerSocket> sockets = new LinkedBlockingQueue<>();
    private volatile Consumer<Middleware.Next> gate = Middleware.Next::proceed;
    private SioServer server;
    private Wire wire;

    private record Connected(Wire.Frames frames, String sid, String pid, ServerSocket socket) {}

    @BeforeEach
    void listen() throws Exception {
        start(ConnectionStateRecovery.DEFAULT);
    }

    private void start(ConnectionStateRecovery recovery) throws Exception {
        server = SioServer.builder()
                .connectionStateRecovery(recovery)
                .setup(io -> io.of("/")
                        .use((socket, next) -> {
                            socket.data().merge("asked", 1, (a, b) -> (Integer) a + 1);
                            gate.accept(next);
                        })
                        .onConnection(sockets::add))
                .listen();
        wire = new Wire(server);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    private Connected connect(String auth) throws InterruptedException {
        Wire.Frames frames = wire.socket();
        frames.next();
        frames.send("40" + auth);
        return connected(frames);
    }

    private Connected connected(Wire.Frames frames) throws InterruptedException {
        Matcher answer = ANSWER.matcher(frames.next());
        assertThat(answer.matches()).isTrue();
        ServerSocket socket = sockets.poll(Wire.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(socket).isNotNull();
        assertThat(socket.id()).isEqualTo(answer.group(1));
        return new Connected(frames, answer.group(1), answer.group(2), socket);
    }

    private static String offset(String event) {
        return event.substring(event.lastIndexOf(",\"") + 2, event.length() - 2);
    }

    private void lose(Connected who) {
        who.frames().socket().abort();
        await().atMost(Wire.PATIENCE).until(() -> !who.socket().connected());
    }

    private static String auth(String pid, String offset) {
        return "{\"pid\":\"" + pid + "\",\"offset\":\"" + offset + "\"}";
    }

    @Test
    void bringsBackWhoWasLostWithWhatItMissed() throws Exception {
        Connected first = connect("");
        first.socket().join("a");
        first.socket().data().put("name", "Ada");
        first.socket().emit("hello", 1);
        String hello = first.frames().next();
        assertThat(hello).startsWith("42[\"hello\",1,\"");
        lose(first);
        server.of("/").to("a").emit("to a");
        server.of("/").to("b").emit("to b");
        server.of("/").except("a").emit("not a");
        server.of("/").emit("all");

        Wire.Frames frames = wire.socket();
        frames.next();
        frames.send("40" + auth(first.pid(), offset(hello)));

        assertThat(frames.next()).startsWith("42[\"to a\",\"");
        assertThat(frames.next()).startsWith("42[\"all\",\"");
        Connected again = connected(frames);
        assertThat(again.sid()).isEqualTo(first.sid());
        assertThat(again.pid()).isEqualTo(first.pid());
        assertThat(again.socket().recovered()).isTrue();
        assertThat(again.socket().rooms()).containsExactlyInAnyOrder(first.sid(), "a");
        assertThat(again.socket().data()).containsEntry("name", "Ada").containsEntry("asked", 1);
    }

    @Test
    void addsNoOffsetToWhatAsksForAnAnswer() throws Exception {
        Connected who = connect("");
        who.socket().emitWithAck(Wire.PATIENCE, "ask", 1);
        assertThat(who.frames().next()).isEqualTo("420[\"ask\",1]");
        who.socket().emit("bare");
        assertThat(who.frames().next()).matches("42\\[\"bare\",\"[^\"]+\"]");
    }

    private void asksMiddlewares() throws Exception {
        wire.close();
        start(new ConnectionStateRecovery(Duration.ofMinutes(2), false));
    }

    @Test
    void whoIsRefusedMayComeBackLater() throws Exception {
        asksMiddlewares();
        Connected who = connect("");
        who.socket().emit("hello");
        String offset = offset(who.frames().next());
        lose(who);
        gate = next -> next.refuse("not now");
        Wire.Frames frames = wire.socket();
        frames.next();
        frames.send("40" + auth(who.pid(), offset));
        assertThat(frames.next()).isEqualTo("44{\"message\":\"not now\"}");

        gate = Middleware.Next::proceed;
        frames.send("40" + auth(who.pid(), offset));

        assertThat(connected(frames).socket().recovered()).isTrue();
    }

    @Test
    void nobodyComesBackWithAHoleInWhatWasMissed() throws Exception {
        asksMiddlewares();
        Connected who = connect("");
        who.socket().emit("hello");
        String offset = offset(who.frames().next());
        lose(who);
        BlockingQueue<Middleware.Next> waiting = new LinkedBlockingQueue<>();
        gate = waiting::add;
        Wire.Frames frames = wire.socket();
        frames.next();
        frames.send("40" + auth(who.pid(), offset));
        Middleware.Next next = waiting.poll(Wire.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        String large = "x".repeat(1_000_000);
        for (int i = 0; i < 70; i++) {
            server.emit("large", large);
        }

        next.proceed();

        assertThat(frames.next()).isEqualTo("close 1005");
        gate = Middleware.Next::proceed;
        assertThat(connect(auth(who.pid(), offset)).socket().recovered()).isFalse();
    }

    @Test
    void bringsNobodyBackWhoLeft() throws Exception {
        Connected who = connect("");
        who.socket().emit("hello");
        String offset = offset(who.frames().next());
        who.frames().send("41");
        await().atMost(Wire.PATIENCE).until(() -> !who.socket().connected());

        Connected again = connect(auth(who.pid(), offset));

        assertThat(again.sid()).isNotEqualTo(who.sid());
        assertThat(again.pid()).isNotEqualTo(who.pid());
        assertThat(again.socket().recovered()).isFalse();
    }

    @Test
    void wantsAKnownPidAndOffsetAndGivesEachOnce() throws Exception {
        Connected who = connect("");
        who.socket().emit("hello");
        String offset = offset(who.frames().next());
        lose(who);

        assertThat(connect(auth(who.pid(), "unknown")).socket().recovered()).isFalse();
        assertThat(connect(auth("unknown", offset)).socket().recovered()).isFalse();
        assertThat(connect("{\"pid\":7,\"offset\":[]}").socket().recovered()).isFalse();
        assertThat(connect(auth(who.pid(), offset)).socket().recovered()).isTrue();
        assertThat(connect(auth(who.pid(), offset)).socket().recovered()).isFalse();
    }

    @Test
    void asksTheMiddlewaresAgainIfToldSoAndForgetsInTime() throws Exception {
        wire.close();
        start(new ConnectionStateRecovery(Duration.ofMinutes(1), false));
        Connected who = connect("");
        who.socket().emit("hello");
        String offset = offset(who.frames().next());
        lose(who);
        assertThat(connect(auth(who.pid(), offset)).socket().data()).containsEntry("asked", 2);

        wire.close();
        start(new ConnectionStateRecovery(Duration.ofNanos(1), true));
        Connected late = connect("");
        late.socket().emit("hello");
        String lateOffset = offset(late.frames().next());
        lose(late);
        assertThat(connect(auth(late.pid(), lateOffset)).socket().recovered()).isFalse();
    }
}

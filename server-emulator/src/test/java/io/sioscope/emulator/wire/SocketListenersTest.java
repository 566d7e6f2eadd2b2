package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.emulator.server.AnyEventHandler;
import io.sioscope.emulator.server.ServerSocket;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.testing.NoLeaks;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Who hears a socket's events, in which order, and who may drop them. */
@NoLeaks
class SocketListenersTest {
    private final List<String> told = new CopyOnWriteArrayList<>();

    private Wire with(Consumer<ServerSocket> handlers) throws Exception {
        return new Wire(SioServer.builder()
                .setup(io -> io.of("/").onConnection(socket -> {
                    handlers.accept(socket);
                    socket.on("end", (args, ack) -> socket.emit("ended"));
                }))
                .listen());
    }

    private void play(Wire wire, String... events) throws InterruptedException {
        Wire.Frames frames = wire.socketJoined();
        for (String event : events) {
            frames.send("42[\"" + event + "\"]");
        }
        frames.send("42[\"end\"]");
        assertThat(frames.next()).isEqualTo("42[\"ended\"]");
    }

    @Test
    void heardInTheirOrder() throws Exception {
        AnyEventHandler gone = (name, args, ack) -> told.add("gone");
        try (Wire wire = with(socket -> socket.onAny((name, args, ack) -> told.add("second " + name))
                .prependAny((name, args, ack) -> told.add("first " + name))
                .onAny(gone)
                .offAny(gone)
                .once("a", (args, ack) -> told.add("once"))
                .on("a", (args, ack) -> told.add("always"))
                .onAnyOutgoing((name, args) -> told.add("out second " + name))
                .prependAnyOutgoing((name, args) -> told.add("out first " + name)))) {
            play(wire, "a", "a");
        }
        assertThat(told)
                .containsExactly(
                        "first a", "second a", "once", "always", "first a", "second a", "always", "first end", "second end",
                        "out first ended", "out second ended");
    }

    @Test
    void aMiddlewareDropsAnEventAndTheErrorStaysHere() throws Exception {
        try (Wire wire = with(socket -> socket.use((name, args, next) -> {
                    if (name.equals("bad")) {
                        next.refuse(new IllegalArgumentException("not allowed"));
                    } else {
                        Thread.ofVirtual().start(next::proceed);
                    }
                })
                .use((name, args, next) -> {
                    if (name.equals("worse")) {
                        throw new IllegalStateException("made to fail");
                    }
                    next.proceed();
                    next.refuse(new IllegalStateException("too late"));
                })
                .onError(error -> told.add(error.getMessage()))
                .on("bad", (args, ack) -> told.add("bad"))
                .on("worse", (args, ack) -> told.add("worse"))
                .on("good", (args, ack) -> told.add("good"))
                .onAny((name, args, ack) -> told.add("any " + name)))) {
            play(wire, "bad");
            play(wire, "worse");
            play(wire, "good");
        }
        assertThat(told)
                .containsSubsequence("any bad", "not allowed", "any worse", "made to fail")
                .containsExactlyInAnyOrder(
                        "any bad", "not allowed", "any end", "any worse", "made to fail", "any end", "any good", "good", "any end");
    }
}

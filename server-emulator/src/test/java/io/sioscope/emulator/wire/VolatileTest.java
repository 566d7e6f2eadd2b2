package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.emulator.server.ConnectionStateRecovery;
import io.sioscope.emulator.server.ServerSocket;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.testing.NoLeaks;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Events that may be lost: they are, where the connection cannot take them at once, and arrive where it can. */
@NoLeaks
class VolatileTest {
    private final BlockingQueue<ServerSocket> sockets = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

    private SioServer listen(boolean recovering) throws Exception {
        var builder = SioServer.builder().setup(io -> io.of("/").onConnection(socket -> {
            socket.onDisconnect(reason -> ends.add(reason.text()));
            sockets.add(socket);
        }));
        return (recovering ? builder.connectionStateRecovery(ConnectionStateRecovery.DEFAULT) : builder).listen();
    }

    private ServerSocket socket() throws InterruptedException {
        return sockets.poll(20, TimeUnit.SECONDS);
    }

    @Test
    void onPollingOnlyAWaitingPollTakesThem() throws Exception {
        try (SioServer server = listen(false);
                Wire wire = new Wire(server)) {
            String sid = wire.openJoined();
            ServerSocket socket = socket();
            socket.asVolatile().emit("lost", 1);
            server.of("/").asVolatile().emit("lost", 2);
            socket.emit("kept");
            assertThat(wire.poll(sid).body()).isEqualTo("42[\"kept\"]");

            CompletableFuture<HttpResponse<String>> waiting = wire.pollAsync(sid);
            // Whether the poll is there already cannot be seen from here: what comes before it is lost.
            for (int i = 0; !waiting.isDone() && i < 20_000; i++) {
                socket.asVolatile().emit("taken");
                CompletableFuture.anyOf(waiting, new CompletableFuture<>().completeOnTimeout(i, 1, TimeUnit.MILLISECONDS))
                        .join();
            }
            String got = waiting.get(20, TimeUnit.SECONDS).body();
            assertThat(got).startsWith("42[\"taken\"]");
        }
    }

    @Test
    void aClientThatDoesNotReadLosesThemAndStaysConnected() throws Exception {
        try (SioServer server = listen(false);
                Wire wire = new Wire(server);
                RawWebSocket client = RawWebSocket.open(wire, "")) {
            client.next();
            client.send("40");
            client.next();
            ServerSocket socket = socket();
            String kilobyte = "x".repeat(1_024);
            int sent = 100_000;
            for (int i = 0; i < sent; i++) {
                socket.asVolatile().emit("frame", i, kilobyte);
            }
            socket.emit("last");
            int received = 0;
            RawWebSocket.Frame frame = client.next();
            while (!frame.text().equals("42[\"last\"]")) {
                received++;
                frame = client.next();
            }
            assertThat(received).isPositive().isLessThan(sent);
            assertThat(socket.connected()).isTrue();
            assertThat(ends).isEmpty();
        }
    }

    @Test
    void theyHaveNoPlaceInARecoveryLog() throws Exception {
        try (SioServer server = listen(true);
                Wire wire = new Wire(server);
                RawWebSocket client = RawWebSocket.open(wire, "")) {
            client.next();
            client.send("40");
            client.next();
            ServerSocket socket = socket();
            socket.asVolatile().emit("a");
            assertThat(client.next().text()).isEqualTo("42[\"a\"]");
            socket.emit("b");
            assertThat(client.next().text()).startsWith("42[\"b\",\"");
        }
    }
}

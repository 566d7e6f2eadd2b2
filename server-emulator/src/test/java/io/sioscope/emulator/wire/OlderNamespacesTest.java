package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.emulator.server.ConnectionStateRecovery;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.emulator.server.SioServerBuilder;
import io.sioscope.testing.NoLeaks;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Namespaces of the older generation's clients where the answer differs from the newer's. */
@NoLeaks
class OlderNamespacesTest {
    private static final String OLDER = "/socket.io/?EIO=3&transport=websocket";

    private static SioServerBuilder builder() {
        return SioServer.builder().allowEio3(true);
    }

    private static Wire.Frames joined(Wire wire) throws InterruptedException {
        Wire.Frames frames = wire.upgrade(OLDER);
        assertThat(frames.next()).startsWith("0{");
        assertThat(frames.next()).isEqualTo("40");
        return frames;
    }

    @Test
    void aRefusalIsTheDataOrTheMessageAlone() throws Exception {
        try (Wire wire = new Wire(builder()
                .setup(io -> {
                    io.of("/plain").use((socket, next) -> next.refuse("plain"));
                    io.of("/data").use((socket, next) -> next.refuse("unseen", Map.of("code", 7)));
                })
                .listen())) {
            Wire.Frames frames = joined(wire);
            frames.send("40/plain,");
            assertThat(frames.next()).isEqualTo("44/plain,\"plain\"");
            frames.send("40/data,");
            assertThat(frames.next()).isEqualTo("44/data,{\"code\":7}");
        }
    }

    @Test
    void theRootCanBeRefusedToo() throws Exception {
        try (Wire wire = new Wire(builder()
                .setup(io -> io.use((socket, next) -> next.refuse("not today")))
                .listen())) {
            Wire.Frames frames = wire.upgrade(OLDER);
            assertThat(frames.next()).startsWith("0{");
            assertThat(frames.next()).isEqualTo("44\"not today\"");
        }
    }

    @Test
    void leavingTheRootKeepsTheOthers() throws Exception {
        try (Wire wire = new Wire(builder()
                .setup(io -> io.of("/other").onConnection(socket -> socket.on("echo", (args, ack) -> socket.emit("echo", args))))
                .listen())) {
            Wire.Frames frames = joined(wire);
            frames.send("40/other,");
            assertThat(frames.next()).isEqualTo("40/other,");
            frames.send("41").send("42/other,[\"echo\",1]");
            assertThat(frames.next()).isEqualTo("42/other,[\"echo\",1]");
        }
    }

    @Test
    void joiningTheRootAgainIsAViolation() throws Exception {
        try (Wire wire = new Wire(builder().listen())) {
            assertThat(joined(wire).send("40").next()).isEqualTo("close 1005");
        }
    }

    @Test
    void anOffsetIsAddedForThemToo() throws Exception {
        try (SioServer server = builder()
                        .connectionStateRecovery(ConnectionStateRecovery.DEFAULT)
                        .listen();
                Wire wire = new Wire(server)) {
            Wire.Frames frames = joined(wire);
            server.emit("all", 1);
            assertThat(frames.next()).matches("42\\[\"all\",1,\"[^\"]+\"]");
        }
    }
}

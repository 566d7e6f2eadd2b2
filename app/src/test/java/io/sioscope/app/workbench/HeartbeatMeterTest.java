package io.sioscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sioscope.app.capture.Hub;
import io.sioscope.app.capture.Recorder;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.capture.Where;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.session.EngineChoice;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.Peer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeartbeatMeterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<CaptureEvent> passed = new ArrayList<>();
    private final HeartbeatMeter meter = new HeartbeatMeter(event -> {
        passed.add(event);
        return CaptureSink.Pressure.LOW;
    });

    private static Where at(long nanos, Direction direction) {
        return new Where("link", direction, Transport.WEBSOCKET, nanos);
    }

    private static Bytes text(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void ping(long nanos, Direction direction, String raw) {
        meter.accept(new CaptureEvent.Engine(at(nanos, direction), new EnginePacket.Ping(text(raw))));
    }

    private void pong(long nanos, Direction direction, String raw) {
        meter.accept(new CaptureEvent.Engine(at(nanos, direction), new EnginePacket.Pong(text(raw))));
    }

    @Test
    void onlyAClientsOwnHeartbeatIsMeasured() {
        ping(100, Direction.TO_CLIENT, "2");
        pong(150, Direction.TO_SERVER, "3");
        ping(200, Direction.TO_SERVER, "2probe");
        pong(260, Direction.TO_CLIENT, "3probe");
        assertThat(meter.latest()).isEmpty();
        ping(300, Direction.TO_SERVER, "2");
        assertThat(meter.latest()).isEmpty();
        pong(375, Direction.TO_CLIENT, "3");
        assertThat(meter.latest()).contains(Duration.ofNanos(75));
        meter.accept(new CaptureEvent.Link(at(400, Direction.TO_CLIENT), new CaptureEvent.LinkChange.Closed("x", "")));
        assertThat(meter.latest()).isEmpty();
        assertThat(passed).hasSize(7);
    }

    private static ConnectOptions olderEngine() {
        ConnectOptions usual = ConnectOptions.DEFAULT;
        return new ConnectOptions(
                EngineChoice.V3,
                usual.parser(),
                usual.addTrailingSlash(),
                usual.tryAllTransports(),
                usual.rememberUpgrade(),
                usual.forceBase64(),
                usual.withCredentials(),
                usual.insecure(),
                usual.authorities(),
                usual.certificate(),
                usual.key(),
                usual.proxy(),
                usual.family());
    }

    @Test
    @NeedsNode
    void anOlderServersHeartbeatIsMeasuredAndANewerOnesIsNot() {
        Map<String, Object> often = Map.of("options", Map.of("pingInterval", 100, "pingTimeout", 5000));
        AtomicInteger pings = new AtomicInteger();
        try (Peer older = Peer.start("server2.cjs", often);
                Peer newer = Peer.start("server.cjs", often);
                Hub hub = new Hub(Recorder.keepingNothing());
                Workbench workbench = new Workbench(hub, Locale.ENGLISH)) {
            ConnectSpec spec = ConnectSpec.to("http://127.0.0.1:" + older.port());
            ClientSession measured = workbench.connect(spec.withOptions(olderEngine()));
            ClientSession unknown = workbench.connect(ConnectSpec.to("http://127.0.0.1:" + newer.port()), new ClientObserver() {
                @Override
                public void ping() {
                    pings.incrementAndGet();
                }
            });
            await().atMost(PATIENCE).until(() -> measured.heartbeat().isPresent() && pings.get() > 1);
            assertThat(measured.heartbeat().orElseThrow()).isPositive().isLessThan(Duration.ofSeconds(5));
            assertThat(unknown.heartbeat()).isEmpty();
        }
    }
}

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
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.SocketPacket;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.Peer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LatencyMeterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<CaptureEvent> passed = new ArrayList<>();
    private final LatencyMeter meter = new LatencyMeter(event -> {
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
        assertThat(meter.latest()).contains(new RoundTrip(RoundTrip.Kind.HEARTBEAT, Duration.ofNanos(75)));
        meter.accept(new CaptureEvent.Link(at(400, Direction.TO_CLIENT), new CaptureEvent.LinkChange.Closed("x", "")));
        assertThat(meter.latest()).isEmpty();
        assertThat(passed).hasSize(7);
    }

    private void packet(long nanos, Direction direction, SocketPacket packet) {
        meter.accept(new CaptureEvent.Packet(at(nanos, direction), "sid", packet, text("4"), List.of()));
    }

    private static SocketPacket event(long ackId) {
        return new SocketPacket.Event("/", ackId, "order", Arguments.NONE);
    }

    @Test
    void withoutAHeartbeatTheLastConnectOrAcknowledgementIsMeasured() {
        packet(100, Direction.TO_SERVER, new SocketPacket.Connect("/chat", Arguments.NONE));
        packet(150, Direction.TO_CLIENT, new SocketPacket.Connect("/", Arguments.NONE));
        assertThat(meter.latest()).as("another namespace's").isEmpty();
        packet(160, Direction.TO_CLIENT, new SocketPacket.Connect("/chat", Arguments.NONE));
        assertThat(meter.latest()).contains(new RoundTrip(RoundTrip.Kind.CONNECT, Duration.ofNanos(60)));
        assertThat(meter.latest("/chat")).isEqualTo(meter.latest());
        assertThat(meter.latest("/")).isEmpty();
        packet(200, Direction.TO_SERVER, event(SocketPacket.NO_ACK));
        packet(210, Direction.TO_SERVER, event(0));
        packet(220, Direction.TO_SERVER, event(1));
        packet(230, Direction.TO_CLIENT, event(1));
        packet(240, Direction.TO_SERVER, new SocketPacket.Ack("/", 1, Arguments.NONE));
        packet(255, Direction.TO_CLIENT, new SocketPacket.Ack("/", 0, Arguments.NONE));
        assertThat(meter.latest()).contains(new RoundTrip(RoundTrip.Kind.ACK, Duration.ofNanos(45)));
        packet(300, Direction.TO_CLIENT, new SocketPacket.Ack("/", 0, Arguments.NONE));
        assertThat(meter.latest()).as("nobody asked twice").map(RoundTrip::took).contains(Duration.ofNanos(45));
        ping(400, Direction.TO_SERVER, "2");
        pong(409, Direction.TO_CLIENT, "3");
        packet(420, Direction.TO_CLIENT, new SocketPacket.Ack("/", 1, Arguments.NONE));
        assertThat(meter.latest()).contains(new RoundTrip(RoundTrip.Kind.HEARTBEAT, Duration.ofNanos(9)));
        assertThat(meter.latest("/chat")).map(RoundTrip::kind).contains(RoundTrip.Kind.CONNECT);
        assertThat(meter.latest("/")).map(RoundTrip::kind).contains(RoundTrip.Kind.ACK);
    }

    @Test
    void whatIsNeverAcknowledgedIsForgottenInTheEnd() {
        for (int id = 0; id < 10_000; id++) {
            packet(id, Direction.TO_SERVER, event(id));
        }
        packet(20_000, Direction.TO_CLIENT, new SocketPacket.Ack("/", 0, Arguments.NONE));
        assertThat(meter.latest()).isEmpty();
        packet(20_000, Direction.TO_CLIENT, new SocketPacket.Ack("/", 9_999, Arguments.NONE));
        assertThat(meter.latest()).isPresent();
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
    void anOlderServersHeartbeatIsMeasuredAndANewerServersAnswers() {
        Map<String, Object> often = Map.of("options", Map.of("pingInterval", 100, "pingTimeout", 5000));
        AtomicInteger pings = new AtomicInteger();
        try (Peer older = Peer.start("server2.cjs", often);
                Peer newer = Peer.start("server.cjs", often);
                Hub hub = new Hub(Recorder.keepingNothing());
                Workbench workbench = new Workbench(hub, Locale.ENGLISH)) {
            ConnectSpec spec = ConnectSpec.to("http://127.0.0.1:" + older.port());
            ClientSession measured = workbench.connect(spec.withOptions(olderEngine()));
            ClientSession answering = workbench.connect(ConnectSpec.to("http://127.0.0.1:" + newer.port()), new ClientObserver() {
                @Override
                public void ping() {
                    pings.incrementAndGet();
                }
            });
            await().atMost(PATIENCE).until(() -> is(measured, RoundTrip.Kind.HEARTBEAT) && pings.get() > 1);
            assertThat(measured.latency().orElseThrow().took()).isPositive().isLessThan(Duration.ofSeconds(5));
            assertThat(answering.latency().map(RoundTrip::kind)).contains(RoundTrip.Kind.CONNECT);
            workbench.emit(new EmitRequest(
                    answering.id(), new Target.Server(), "/", "order", Arguments.NONE, Optional.of(Duration.ofSeconds(5))));
            await().atMost(PATIENCE).until(() -> is(answering, RoundTrip.Kind.ACK));
            assertThat(answering.latency().orElseThrow().took()).isPositive().isLessThan(Duration.ofSeconds(5));
        }
    }

    private static boolean is(ClientSession session, RoundTrip.Kind kind) {
        return session.latency().filter(taken -> taken.kind() == kind).isPresent();
    }
}

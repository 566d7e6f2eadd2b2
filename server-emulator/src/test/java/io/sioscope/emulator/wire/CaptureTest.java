package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sioscope.emulator.server.SioServer;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.testing.NoLeaks;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the tap tells of a session. */
@NoLeaks
class CaptureTest {
    private final List<CaptureEvent> events = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> socketId = new AtomicReference<>("");
    private SioServer server;
    private Wire wire;

    @BeforeEach
    void listen() throws Exception {
        server = SioServer.builder()
                .capture(event -> {
                    events.add(event);
                    return CaptureSink.Pressure.LOW;
                })
                .setup(io -> io.of("/").onConnection(socket -> {
                    socketId.set(socket.id());
                    socket.onAny((name, args, ack) -> socket.emit(name, args));
                }))
                .listen();
        wire = new Wire(server);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    private String shown(CaptureEvent event) {
        String way = event.where().direction() == Direction.TO_SERVER ? "> " : "< ";
        String on = event.where().transport().label().charAt(0) + " ";
        return on
                + switch (event) {
                    case CaptureEvent.Packet packet ->
                        way + packet.packet().kind() + " " + (packet.socket().equals(socketId.get()) ? "me" : packet.socket())
                                + " " + packet.raw().utf8().replace(socketId.get(), "ID") + " " + packet.attachments().size();
                    case CaptureEvent.Engine engine -> way + engine.packet().kind();
                    case CaptureEvent.Http http -> "http " + http.method() + " " + http.status();
                    case CaptureEvent.Link link -> "link " + link.change().getClass().getSimpleName();
                    case CaptureEvent.Fault fault -> way + "fault " + fault.fault().code() + " " + fault.raw().utf8();
                    case CaptureEvent.Gap gap -> "gap";
                };
    }

    private List<String> told() {
        return events.stream().map(this::shown).toList();
    }

    @Test
    void tellsAWebSocketSession() throws Exception {
        Wire.Frames frames = wire.socketJoined();
        frames.send("451-[\"b\",{\"_placeholder\":true,\"num\":0}]").sendBinary(1);
        frames.next();
        frames.next();
        assertThat(frames.send("42[").next()).isEqualTo("close 1005");
        await().atMost(Wire.PATIENCE).until(() -> told().contains("w link Closed"));
        assertThat(told())
                .containsExactly(
                        "w link Opened",
                        "w < open",
                        "w http GET 101",
                        "w > connect  40 0",
                        "w < connect me 40{\"sid\":\"ID\"} 0",
                        "w > event me 451-[\"b\",{\"_placeholder\":true,\"num\":0}] 1",
                        "w < event me 451-[\"b\",{\"_placeholder\":true,\"num\":0}] 1",
                        "w > fault JSON_SYNTAX 42[",
                        "w link Closed");
        assertThat(events).extracting(event -> event.where().link()).containsOnly(events.getFirst().where().link());
        assertThat(events).extracting(event -> event.where().timeNanos()).isSorted();
    }

    @Test
    void tellsPollingAndTheUpgrade() throws Exception {
        String sid = wire.openJoined();
        wire.post(sid, "42[\"x\"]");
        wire.poll(sid);
        Wire.Frames probe = wire.probe(sid);
        probe.send("2probe").next();
        probe.send("5").send("3").send("42[\"y\"]").next();
        assertThat(wire.post("nobody", "x").statusCode()).isEqualTo(400);
        assertThat(told())
                .contains("p < open", "p http GET 200", "p http POST 200", "p > connect  40 0", "w http GET 101", "p http POST 400")
                .containsSubsequence(
                        "p link Opened",
                        "p > event me 42[\"x\"] 0",
                        "p < event me 42[\"x\"] 0",
                        "w > ping",
                        "w < pong",
                        "w > upgrade",
                        "w link Upgraded",
                        "w > pong",
                        "w > event me 42[\"y\"] 0",
                        "w < event me 42[\"y\"] 0");
        CaptureEvent.Http http = events.stream()
                .filter(CaptureEvent.Http.class::isInstance)
                .map(CaptureEvent.Http.class::cast)
                .filter(exchange -> exchange.method().equals("POST"))
                .findFirst()
                .orElseThrow();
        assertThat(http.url()).isEqualTo(server.url() + Wire.session(sid));
        assertThat(http.requestBytes()).isEqualTo(2);
        assertThat(http.responseBytes()).isEqualTo(2);
        assertThat(http.where().link()).isEqualTo(sid);
        assertThat(http.startedNanos()).isLessThanOrEqualTo(http.where().timeNanos());
    }
}

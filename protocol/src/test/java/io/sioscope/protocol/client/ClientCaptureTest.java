package io.sioscope.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.CaptureEvent.LinkChange;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.session.Reconnection;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.Peer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a capture holds of a session with npm socket.io 4.8. */
@NeedsNode
@NoLeaks
class ClientCaptureTest {
    private final List<CaptureEvent> events = new CopyOnWriteArrayList<>();
    private final Record record = new Record();

    private CaptureSink sink() {
        return event -> {
            events.add(event);
            return CaptureSink.Pressure.LOW;
        };
    }

    private static String shown(CaptureEvent event) {
        String arrow = event.where().direction() == Direction.TO_SERVER ? "> " : "< ";
        return switch (event) {
            case CaptureEvent.Packet it -> arrow + it.packet().kind() + " " + it.raw().utf8() + " +" + it.attachments().size();
            case CaptureEvent.Engine it -> arrow + it.packet().kind() + " " + it.where().transport().label();
            case CaptureEvent.Http it -> "http " + it.method() + " " + it.status();
            case CaptureEvent.Link it -> "link " + it.change().getClass().getSimpleName();
            case CaptureEvent.Fault it -> "fault " + it.fault().code();
            case CaptureEvent.Gap it -> "gap " + it.events();
        };
    }

    private List<String> shown() {
        return events.stream().map(ClientCaptureTest::shown).toList();
    }

    @Test
    void everyPacketBothWaysOnce() {
        try (Peer server = Peer.start("server.cjs", Map.of("options", Map.of("pingInterval", 100)))) {
            String url = "http://127.0.0.1:" + server.port();
            try (SioClient client = SioClient.builder(url)
                    .header("X-Mine", "yes")
                    .capture(sink())
                    .listener(record.client())
                    .build()) {
                ClientSocket socket = client.socket("/");
                socket.listen(record.socket());
                socket.connect();
                record.await("connected");
                record.await("upgraded");
                Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> shown().contains("< ping websocket"));
                String sid = socket.id().orElseThrow();
                String engine = client.engineId().orElseThrow();
                socket.emitWithAck(Duration.ofSeconds(20), "bin", new byte[] {1, 2})
                        .join();
                socket.disconnect();
                record.await("closed");
                server.await("disconnect");

                assertThat(shown())
                        .containsSubsequence("link Opened", "< open polling", "> connect 40 +0", "< connect 40{\"sid\":\"" + sid + "\"} +0")
                        .containsSubsequence("> ping websocket", "< pong websocket", "> upgrade websocket", "link Upgraded")
                        .containsSubsequence(
                                "> event 451-0[\"bin\",{\"_placeholder\":true,\"num\":0}] +1",
                                "< ack 461-0[{\"_placeholder\":true,\"num\":0}] +1",
                                "> disconnect 41 +0",
                                "link Closed")
                        .containsSubsequence("< ping websocket", "> pong websocket")
                        .contains("http GET 200", "http POST 200", "http GET 101")
                        .doesNotContain("> message websocket", "> binary websocket", "< message websocket");
                assertThat(events.stream().filter(event -> shown(event).startsWith("> event"))).hasSize(1);
                assertThat(events).allSatisfy(event -> assertThat(event.where().link()).isEqualTo(engine));
                assertThat(events).extracting(event -> event.where().timeNanos()).isSorted();
                assertThat(packets()).filteredOn(it -> it.packet().kind().equals("event")).allSatisfy(it -> {
                    assertThat(it.socket()).isEqualTo(sid);
                    assertThat(it.where().transport()).isEqualTo(Transport.WEBSOCKET);
                });
                assertThat(https()).allSatisfy(it -> {
                    assertThat(it.url()).startsWith(it.status() == 101 ? "ws" + url.substring(4) : url).endsWith(it.target());
                    assertThat(it.requestHeaders()).anyMatch(header -> header.name().equals("X-Mine"));
                    assertThat(it.startedNanos()).isLessThanOrEqualTo(it.where().timeNanos());
                });
                assertThat(https()).filteredOn(it -> it.method().equals("POST")).first().satisfies(it -> {
                    assertThat(it.requestBytes()).isEqualTo(2);
                    assertThat(it.responseBytes()).isEqualTo(2);
                });
            }
        }
    }

    private List<CaptureEvent.Packet> packets() {
        return events.stream()
                .filter(CaptureEvent.Packet.class::isInstance)
                .map(CaptureEvent.Packet.class::cast)
                .toList();
    }

    private List<CaptureEvent.Http> https() {
        return events.stream()
                .filter(CaptureEvent.Http.class::isInstance)
                .map(CaptureEvent.Http.class::cast)
                .toList();
    }

    @Test
    void aFailureAndTheNextAttemptHaveALinkWithoutAnEngine() {
        try (SioClient client = SioClient.builder("http://nobody.invalid")
                .capture(sink())
                .listener(record.client())
                .reconnection(new Reconnection(true, 1, 1, 1, 0))
                .connect()) {
            record.await("reconnectFailed");
            assertThat(client.isOpen()).isFalse();
            assertThat(events).extracting(event -> event.where().link() + " " + shown(event))
                    .containsExactly(
                            "connecting-1 link Failed", "connecting-1 link Reconnecting", "connecting-2 link Failed");
            assertThat(events.getFirst())
                    .isInstanceOfSatisfying(CaptureEvent.Link.class, link -> assertThat(link.change())
                            .isEqualTo(new LinkChange.Failed(
                                    "http://nobody.invalid/socket.io/", "xhr poll error: unknown host nobody.invalid")));
        }
    }
}

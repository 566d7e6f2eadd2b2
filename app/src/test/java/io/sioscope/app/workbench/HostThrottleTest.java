package io.sioscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sioscope.app.capture.Entry;
import io.sioscope.app.capture.Hub;
import io.sioscope.app.capture.HubLimits;
import io.sioscope.app.capture.Numbered;
import io.sioscope.app.capture.Recorder;
import io.sioscope.app.capture.Statistics;
import io.sioscope.protocol.client.ClientSocket;
import io.sioscope.protocol.client.SioClient;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A host under a flood, with a capture that stands still for a while. */
class HostThrottleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MANY = 3_000;
    private static final String TEXT = "x".repeat(1_000);

    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Hub hub = new Hub(new Standing(), new HubLimits(1_024, 64L << 20), new Statistics(System::nanoTime));
    private final Workbench workbench = new Workbench(hub, Locale.ENGLISH);

    @AfterEach
    void close() {
        goOn.countDown();
        workbench.close();
        hub.close();
    }

    /** Takes nothing before it is told to go on. */
    private final class Standing implements Recorder {
        private final Recorder recorder = Recorder.keepingNothing();

        @Override
        public @Nullable Numbered append(Entry entry) {
            try {
                goOn.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return recorder.append(entry);
        }

        @Override
        public int commit() {
            return recorder.commit();
        }

        @Override
        public void close() {
            recorder.close();
        }
    }

    private HostSession host(boolean throttle) throws Exception {
        HostLimits usual = HostLimits.USUAL;
        return workbench.host(HostSpec.on(0, new Behaviour.Silent())
                .withLimits(new HostLimits(usual.maxHttpBufferSize(), usual.maxOutboundBuffer(), throttle)));
    }

    private static void flood(SioClient client) {
        ClientSocket socket = client.socket("/").connect();
        await().atMost(PATIENCE).until(socket::connected);
        for (int i = 0; i < MANY; i++) {
            socket.emit("flood", i, TEXT);
        }
    }

    private static long arrived(HostSession host) {
        return host.snapshot().sockets().stream()
                .findFirst()
                .flatMap(socket -> host.traffic(socket.id()))
                .orElse(SocketTraffic.NONE)
                .eventsToServer();
    }

    @Test
    void nothingIsLeftOutWhereClientsHaveToWait() throws Exception {
        HostSession host = host(true);
        try (SioClient client = SioClient.builder(host.address().url()).build()) {
            flood(client);
            await().atMost(PATIENCE).until(() -> arrived(host) > 0);
            await().during(Duration.ofMillis(300)).atMost(PATIENCE).until(() -> hub.metrics().lostEvents() == 0);
            assertThat(arrived(host)).as("what was read while nothing was recorded").isLessThan(1_024);
            goOn.countDown();
            await().atMost(PATIENCE).until(() -> arrived(host) == MANY);
            assertThat(hub.metrics().lostEvents()).isZero();
            assertThat(hub.metrics().droppedBodies()).isZero();
        }
    }

    @Test
    void nobodyWaitsByDefaultAndWhatFindsNoRoomIsCounted() throws Exception {
        HostSession host = host(HostLimits.USUAL.throttle());
        try (SioClient client = SioClient.builder(host.address().url()).build()) {
            flood(client);
            await().atMost(PATIENCE).until(() -> arrived(host) == MANY);
            assertThat(hub.metrics().lostEvents()).isPositive();
        }
    }
}

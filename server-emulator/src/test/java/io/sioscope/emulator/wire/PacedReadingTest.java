package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sioscope.emulator.server.SioServer;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.testing.NoLeaks;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A server that waits for its capture: what clients send faster than it is recorded waits with them. */
@NoLeaks
class PacedReadingTest {
    private static final int MESSAGES = 12_000;
    private static final String KILOBYTE = "x".repeat(1_000);

    @Test
    void theCaptureIsNotOverrun() throws Exception {
        SlowSink sink = new SlowSink();
        AtomicInteger heard = new AtomicInteger();
        var builder = SioServer.builder()
                .capture(sink)
                .throttle(true)
                .setup(io -> io.onConnection(socket -> socket.on("x", (args, ack) -> heard.incrementAndGet())));
        try (SioServer server = builder.listen();
                Wire wire = new Wire(server)) {
            Thread drain = Thread.ofVirtual().start(sink::drain);
            try (RawWebSocket client = RawWebSocket.open(wire, "")) {
                client.next();
                client.send("40");
                client.next();
                for (int i = 0; i < MESSAGES; i++) {
                    client.send("42[\"x\",\"" + KILOBYTE + "\"]");
                }
                await().atMost(Wire.PATIENCE).until(() -> heard.get() == MESSAGES);
            }
            assertThat(sink.most).hasValueLessThan(SlowSink.HIGH + 300);
            drain.interrupt();
            drain.join();
        }
    }

    /** Takes twenty events a millisecond, and says when many wait. */
    private static final class SlowSink implements CaptureSink {
        static final int HIGH = 400;

        private final AtomicInteger waiting = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public Pressure accept(CaptureEvent event) {
            most.accumulateAndGet(waiting.incrementAndGet(), Math::max);
            return pressure();
        }

        @Override
        public Pressure pressure() {
            return waiting.get() > HIGH ? Pressure.HIGH : Pressure.LOW;
        }

        void drain() {
            while (!Thread.currentThread().isInterrupted()) {
                waiting.updateAndGet(count -> Math.max(0, count - 20));
                LockSupport.parkNanos(1_000_000);
            }
        }
    }
}

package io.sioscope.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.Reconnection;
import io.sioscope.testing.NoLeaks;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When what handlers send leaves. */
@NoLeaks
class PromptAnswerTest {
    private static final long PATIENCE_SECONDS = 20;
    private static final int EVENTS = 100;

    private static byte[] burst(int events) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int number = 0; number < events; number++) {
            byte[] event = ("42[\"question\"," + number + "]").getBytes(StandardCharsets.US_ASCII);
            frames.write(0x81);
            frames.write(event.length);
            frames.writeBytes(event);
        }
        return frames.toByteArray();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void theFirstAnswersOfABurstArriveBeforeItsLastQuestionIsHandled() {
        CountDownLatch arrived = new CountDownLatch(1);
        CompletableFuture<Boolean> inTime = new CompletableFuture<>();
        try (RawServer server = new RawServer(line -> {
                    line.upgrade(line.request());
                    line.frame(1, "0{\"sid\":\"E1\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000}");
                    assertThat(line.readFrame()).isEqualTo("1 40");
                    line.frame(1, "40{\"sid\":\"S1\"}");
                    line.send(burst(EVENTS));
                    assertThat(line.readFrame()).isEqualTo("1 42[\"answer\",0]");
                    arrived.countDown();
                    line.drain();
                });
                SioClient client = SioClient.builder(server.url())
                        .transports(Transport.WEBSOCKET)
                        .build()) {
            ClientSocket socket = client.socket("/");
            socket.on("question", (arguments, ack) -> {
                int number = arguments.value(0).intValue();
                socket.emit("answer", number);
                if (number == EVENTS - 1) {
                    inTime.complete(awaited(arrived));
                }
            });
            socket.connect();
            assertThat(inTime.join()).isTrue();
        }
    }

    @Test
    void whatCameBehindAMessageIsHandledThoughItsHandlerOutlastsTheHeartbeat() {
        CompletableFuture<Boolean> second = new CompletableFuture<>();
        try (RawServer server = new RawServer(line -> {
                    line.upgrade(line.request());
                    line.frame(1, "0{\"sid\":\"E1\",\"upgrades\":[],\"pingInterval\":1000,\"pingTimeout\":1000}");
                    line.readFrame();
                    line.frame(1, "40{\"sid\":\"S1\"}");
                    line.send(burst(2));
                    line.drain();
                });
                SioClient client = SioClient.builder(server.url())
                        .transports(Transport.WEBSOCKET)
                        .reconnection(Reconnection.OFF)
                        .build()) {
            ClientSocket socket = client.socket("/");
            long overdue = System.nanoTime() + TimeUnit.SECONDS.toNanos(4);
            socket.on("question", (arguments, ack) -> {
                if (arguments.value(0).intValue() == 1) {
                    second.complete(true);
                } else {
                    await().until(() -> System.nanoTime() - overdue > 0);
                    socket.emit("answer");
                }
            });
            socket.connect();
            assertThat(second.completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS).join())
                    .isTrue();
        }
    }
}

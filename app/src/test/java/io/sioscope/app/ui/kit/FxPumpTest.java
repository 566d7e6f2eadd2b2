package io.sioscope.app.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FxPumpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @BeforeAll
    static void toolkit() {
        Fx.start();
    }

    @Test
    void tasksRunInOrderOnTheFxThreadThoughOneThrows() {
        FxPump pump = Fx.call(FxPump::new);
        List<Integer> ran = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 100; i++) {
            int number = i;
            pump.later(() -> {
                if (number == 50) {
                    throw new IllegalStateException("on purpose");
                }
                ran.add(Platform.isFxApplicationThread() ? number : -1);
            });
        }
        Awaitility.await().atMost(PATIENCE).until(() -> ran.size() == 99);
        assertThat(ran).isSorted().doesNotContain(50, -1);
    }

    @Test
    void sourcesArePulledWhileAttachedThoughOneThrows() {
        FxPump pump = Fx.call(FxPump::new);
        AtomicInteger pulls = new AtomicInteger();
        Runnable detach = Fx.call(() -> {
            pump.attach(deadline -> {
                throw new IllegalStateException("on purpose");
            });
            Runnable off = pump.attach(deadline -> pulls.incrementAndGet());
            pump.start();
            return off;
        });
        Awaitility.await().atMost(PATIENCE).until(() -> pulls.get() > 3);

        Fx.run(detach);
        int seen = pulls.get();
        Fx.pulses();
        assertThat(pulls.get()).isEqualTo(seen);
        Fx.run(pump::close);
    }

    @Test
    void aSourceThatEatsTheBudgetDoesNotStarveTheNext() {
        FxPump pump = Fx.call(FxPump::new);
        AtomicInteger greedy = new AtomicInteger();
        AtomicInteger modest = new AtomicInteger();
        Fx.run(() -> {
            pump.attach(deadline -> {
                greedy.incrementAndGet();
                while (System.nanoTime() <= deadline) {
                    Thread.onSpinWait();
                }
            });
            pump.attach(deadline -> modest.incrementAndGet());
            for (long pulse = 1; pulse <= 10; pulse++) {
                pump.pulse(pulse * FxPump.INTERVAL_NANOS);
            }
        });
        assertThat(greedy).hasValue(5);
        assertThat(modest).hasValue(5);
    }

    @Test
    void pulsesThatFollowTooCloselyPullNothing() {
        FxPump pump = Fx.call(FxPump::new);
        AtomicInteger pulls = new AtomicInteger();
        Fx.run(() -> {
            pump.attach(deadline -> pulls.incrementAndGet());
            long start = 1_000_000_000L;
            for (long pulse = 0; pulse < 60; pulse++) {
                pump.pulse(start + pulse * 1_000_000);
            }
        });
        assertThat(pulls.get()).isEqualTo(2);
    }

    @Test
    void slowPulsesMakeRoundsRarerAndQuickOnesBringThemBack() {
        FxPump pump = Fx.call(FxPump::new);
        AtomicInteger pulls = new AtomicInteger();
        Fx.run(() -> {
            pump.attach(deadline -> pulls.incrementAndGet());
            for (int i = 0; i < 20; i++) {
                pump.took(90_000_000);
            }
            for (long pulse = 1; pulse <= 60; pulse++) {
                pump.pulse(1_000_000_000L + pulse * 16_666_667);
            }
        });
        assertThat(pulls.get()).as("rounds in a second").isBetween(7, 9);

        Fx.run(() -> {
            for (int i = 0; i < 20; i++) {
                pump.took(1_000_000);
            }
            for (long pulse = 1; pulse <= 60; pulse++) {
                pump.pulse(3_000_000_000L + pulse * 16_666_667);
            }
        });
        assertThat(pulls.get()).as("rounds in another").isBetween(7 + 28, 9 + 31);
    }

    @Test
    void workReportsItsResultAndItsFailure() {
        FxPump pump = Fx.call(FxPump::new);
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        pump.work(() -> "made", heard::add, e -> heard.add("failed"));
        pump.work(
                () -> {
                    throw new IllegalStateException("on purpose");
                },
                result -> heard.add("done"),
                e -> heard.add(e.getMessage()));
        Awaitility.await().atMost(PATIENCE).until(() -> heard.size() == 2);
        assertThat(heard).containsExactlyInAnyOrder("made", "on purpose");
    }

    @Test
    void cancelledWorkStaysSilent() {
        FxPump pump = Fx.call(FxPump::new);
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch gate = new CountDownLatch(1);
        FxExecutor.Work work = Fx.call(() -> pump.work(
                () -> gate.await(20, TimeUnit.SECONDS), result -> heard.add("done"), e -> heard.add("failed")));
        Fx.run(() -> {
            work.cancel();
            gate.countDown();
        });
        pump.work(() -> "after", heard::add, e -> heard.add("failed"));
        Awaitility.await().atMost(PATIENCE).until(() -> !heard.isEmpty());
        assertThat(heard).containsExactly("after");
    }
}

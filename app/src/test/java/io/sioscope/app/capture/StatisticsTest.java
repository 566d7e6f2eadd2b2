package io.sioscope.app.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private final AtomicLong now = new AtomicLong(5_000_000_000L);
    private final Statistics statistics = new Statistics(now::get);

    private void packets(String session, int count) {
        for (int i = 0; i < count; i++) {
            statistics.recorded(Entries.of(session, Taps.event(0, Taps.UP, "e")));
        }
    }

    private void pass(long millis) {
        now.addAndGet(millis * 1_000_000);
    }

    @Test
    void ratesAreThoseOfTheLastSecond() {
        packets("a", 30);
        pass(500);
        packets("b", 10);
        pass(100);

        assertThat(statistics.packetsPerSecond()).isEqualTo(40);
        assertThat(statistics.packetsPerSecond("a")).isEqualTo(30);
        assertThat(statistics.packetsPerSecond("nobody")).isZero();

        pass(500);
        assertThat(statistics.packetsPerSecond()).isEqualTo(10);
        pass(1_000);
        assertThat(statistics.packetsPerSecond()).isZero();
        assertThat(statistics.packets()).isEqualTo(40);
        assertThat(statistics.packets("a")).isEqualTo(30);
    }

    @Test
    void oldTenthsDoNotComeBackWhenTheRingTurns() {
        packets("a", 5);
        pass(102_400);
        assertThat(statistics.packetsPerSecond()).isZero();
        packets("a", 2);
        pass(100);
        assertThat(statistics.packetsPerSecond()).isEqualTo(2);
    }

    @Test
    void theHistoryHasAMinute() {
        pass(2_000);
        packets("a", 3);
        pass(1_000);
        packets("a", 4);
        pass(100);

        assertThat(statistics.history()).hasSize(60).endsWith(3, 4);
    }

    @Test
    void onlySocketPacketsAreCountedAsPackets() {
        statistics.recorded(Entries.of("s", Taps.ping(0)));
        statistics.recorded(Entries.of("s", Taps.event(0, Taps.UP, "e")));
        statistics.lost(2);

        assertThat(statistics.rows()).isEqualTo(2);
        assertThat(statistics.packets()).isEqualTo(1);
        assertThat(statistics.bytes()).isEqualTo(7);
        assertThat(statistics.lost()).isEqualTo(2);
    }
}

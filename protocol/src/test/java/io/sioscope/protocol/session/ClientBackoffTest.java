package io.sioscope.protocol.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pauses, with values that the reference's own class (socket.io-client 4.8.3, contrib/backo2) gave for the same draws. */
class ClientBackoffTest {
    private static long[] pauses(Reconnection options, double draw, int count) {
        ClientBackoff backoff = new ClientBackoff(options, () -> draw);
        return IntStream.range(0, count).mapToLong(i -> backoff.nextMs()).toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "0.0,  1000, 2000, 4000, 5000, 5000",
        "0.15, 1075, 2150, 4300, 5000, 5000",
        "0.25, 875,  1750, 3500, 5000, 5000",
        "0.5,  1250, 2500, 5000, 5000, 5000",
        "0.85, 575,  1150, 2300, 4600, 5000",
        "0.99, 1495, 2990, 5000, 5000, 5000"
    })
    void doublesJittersThenCaps(double draw, long a, long b, long c, long d, long e) {
        assertThat(pauses(Reconnection.DEFAULT, draw, 5)).containsExactly(a, b, c, d, e);
    }

    @Test
    void withoutJitterNothingIsDrawn() {
        ClientBackoff backoff = new ClientBackoff(new Reconnection(true, 9, 100, 1000, 0), () -> {
            throw new AssertionError("drawn");
        });
        assertThat(IntStream.range(0, 5).mapToLong(i -> backoff.nextMs())).containsExactly(100L, 200L, 400L, 800L, 1000L);
        backoff.reset();
        assertThat(backoff.nextMs()).isEqualTo(100);
        assertThat(backoff.attempts()).isEqualTo(1);
    }

    @Test
    void theRangesAreChecked() {
        assertThatThrownBy(() -> new Reconnection(true, -1, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reconnection(true, 0, -1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reconnection(true, 0, 0, 0, 1.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reconnection(true, 0, 0, 0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void aPauseIsNeverNegativeNorAboveTheCap(
            @ForAll @LongRange(min = 0, max = 1_000_000) long delay,
            @ForAll @LongRange(min = 0, max = 1_000_000) long max,
            @ForAll @DoubleRange(min = 0, max = 1) double jitter,
            @ForAll @DoubleRange(min = 0, max = 0.99) double draw,
            @ForAll @IntRange(min = 1, max = 1200) int count) {
        Reconnection options = new Reconnection(true, Reconnection.UNLIMITED, delay, max, jitter);
        assertThat(Arrays.stream(pauses(options, draw, count))).allMatch(pause -> pause >= 0 && pause <= max);
    }
}

package io.sioscope.protocol.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The jar, on a clock made by hand. */
class ClientCookiesTest {
    private static final long NOW = 1_800_000_000_000L;

    private final ClientCookies jar = new ClientCookies();

    @Test
    void keepsTheLastValueOfEachNameInTheOrderOfTheFirst() {
        jar.remember(List.of("a=1; Path=/x", "b=2; Domain=elsewhere.test; Secure"), NOW);
        jar.remember(List.of("a=3"), NOW);
        assertThat(jar.header(NOW)).isEqualTo("a=3; b=2");
    }

    @Test
    void forgetsWhatHasExpired() {
        jar.remember(List.of("short=1; Max-Age=10", "long=2; Max-Age=9223372036854775807", "session=3"), NOW);
        assertThat(jar.header(NOW + 9_999)).isEqualTo("short=1; long=2; session=3");
        assertThat(jar.header(NOW + 10_000)).isEqualTo("long=2; session=3");
        assertThat(jar.header(Long.MAX_VALUE - 1)).isEqualTo("long=2; session=3");
    }

    @Test
    void takesBackWhatTheServerTakesBack() {
        jar.remember(List.of("a=1", "b=2"), NOW);
        jar.remember(List.of("a=; Max-Age=0", "b=; Expires=Thu, 01 Jan 1970 00:00:00 GMT"), NOW);
        assertThat(jar.header(NOW)).isEmpty();
    }

    @Test
    void brokenLinesAreNoCookies() {
        jar.remember(List.of("", ";", "=", "=x", "no equals sign", "\u0000=1"), NOW);
        assertThat(jar.header(NOW)).isEmpty();
    }

    @Test
    void aServerCannotFillIt() {
        jar.remember(IntStream.range(0, 10_000).mapToObj(i -> "c" + i + "=1").toList(), NOW);
        assertThat(jar.header(NOW).split("; ")).hasSize(50);
        jar.remember(List.of("c0=2"), NOW);
        assertThat(jar.header(NOW)).startsWith("c0=2; ");
    }
}

package io.sioscope.app.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private final Formats english = new Formats(Locale.ENGLISH);
    private final Formats french = new Formats(Locale.FRENCH);

    @ParameterizedTest
    @CsvSource({"0,0", "999,999", "1000,1_000", "12841,12_841", "-1234567,-1_234_567", "9223372036854775807,9_223_372_036_854_775_807"})
    void thousandsStandApartByANarrowSpace(long value, String shown) {
        assertThat(english.count(value)).isEqualTo(shown.replace('_', '\u202f'));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0 B", "214,214 B", "999,999 B", "1000,1.0 kB", "1249,1.2 kB", "18400,18.4 kB", "99949,99.9 kB", "99950,100 kB",
        "386000000,386 MB", "999499,999 kB", "999500,1.0 MB", "5000000000000,5.0 TB", "5000000000000000,5\u202f000 TB"
    })
    void sizesHaveTheirUnitAndOneDecimalAtMost(long bytes, String shown) {
        assertThat(english.size(bytes)).isEqualTo(shown);
    }

    @Test
    void frenchWritesOctetsAndADecimalComma() {
        assertThat(french.size(1249)).isEqualTo("1,2 ko");
        assertThat(french.latency(3_400_000)).isEqualTo("3,4 ms");
    }

    @ParameterizedTest
    @CsvSource({
        "0,0.0 ms", "3400000,3.4 ms", "41660000,41.7 ms", "999000000,999.0 ms", "999600000,1.0 s", "5000000000,5.0 s",
        "125000000000,2 min 5 s", "7380000000000,2 h 3 min"
    })
    void latenciesHaveTheirUnit(long nanos, String shown) {
        assertThat(english.latency(nanos)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0,+0.0", "31800000,+31.8", "856000000,+856", "3104000000,+3_104", "-2000000,\u22122.0"})
    void differencesHaveASign(long nanos, String shown) {
        assertThat(english.delta(nanos)).isEqualTo(shown.replace('_', '\u202f'));
    }

    @Test
    void timesArePaddedToTheMillisecond() {
        assertThat(english.time(Instant.parse("2026-11-23T01:02:03.004Z"), ZoneOffset.UTC)).isEqualTo("01:02:03.004");
        assertThat(english.time(Instant.parse("2026-11-23T10:31:05.123999Z"), ZoneOffset.UTC)).isEqualTo("10:31:05.123");
        assertThat(english.time(Instant.parse("2026-11-23T10:31:05.050Z"), ZoneOffset.UTC)).isEqualTo("10:31:05.050");
    }
}

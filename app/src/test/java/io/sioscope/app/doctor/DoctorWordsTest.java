package io.sioscope.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.client.doctor.CheckResult;
import io.sioscope.protocol.client.doctor.Diagnosis;
import io.sioscope.protocol.client.doctor.Finding;
import io.sioscope.protocol.client.doctor.Finding.Kind;
import io.sioscope.protocol.client.doctor.Layer;
import io.sioscope.protocol.client.doctor.LayerReport;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every finding has words in both languages, and every one that is a fault says what to try. */
class DoctorWordsTest {
    private static final List<String> VALUES = List.of("<0>", "<1>", "<2>", "<3>");

    /** What is well, or does not apply: nothing is to be done. */
    private static final Set<Kind> NOTHING_TO_DO = EnumSet.of(
            Kind.NOT_REACHED,
            Kind.NAME_IS_ADDRESS,
            Kind.NAME_RESOLVED,
            Kind.PORT_OPEN,
            Kind.PORT_LEFT_TO_PROXY,
            Kind.PROXY_NONE,
            Kind.PROXY_PASSES,
            Kind.TLS_NOT_USED,
            Kind.TLS_VERIFIED,
            Kind.HTTP_ANSWERED,
            Kind.PATH_ANSWERS,
            Kind.ENGINE_SPOKEN,
            Kind.TRANSPORT_BOTH,
            Kind.TRANSPORT_POLLING,
            Kind.TRANSPORT_WEBSOCKET,
            Kind.TRANSPORT_NO_WEBSOCKET,
            Kind.CORS_NOT_ASKED,
            Kind.CORS_ALLOWED,
            Kind.CORS_SAME_ORIGIN,
            Kind.CORS_WEBSOCKET_ONLY,
            Kind.NAMESPACE_EXISTS,
            Kind.NAMESPACE_UNTOLD,
            Kind.MIDDLEWARE_GRANTED,
            Kind.PARSER_FITS,
            Kind.HEARTBEAT_STEADY,
            Kind.HEARTBEAT_NOT_ASKED);

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyFindingIsSaid(Kind kind) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            DoctorWords words = new DoctorWords(locale);
            Finding finding = new Finding(kind, VALUES);
            assertThat(words.message(finding)).isNotBlank().doesNotContain("{", "}", "''");
            assertThat(words.hint(finding)).doesNotContain("{", "''");
            assertThat(words.hint(finding).isEmpty()).as("%s has nothing to try", kind).isEqualTo(NOTHING_TO_DO.contains(kind));
        }
    }

    @ParameterizedTest
    @EnumSource(Layer.class)
    void everyLayerHasAName(Layer layer) {
        assertThat(new DoctorWords(Locale.ENGLISH).layer(layer)).isNotBlank();
        assertThat(new DoctorWords(Locale.FRENCH).layer(layer)).isNotBlank();
    }

    @Test
    void whatIsNotToldIsLeftOut() {
        DoctorWords words = new DoctorWords(Locale.ENGLISH);
        assertThat(words.message(new Finding(Kind.HTTP_ANSWERED, List.of("200", "nginx"))))
                .isEqualTo("Status 200 from nginx.");
        assertThat(words.message(new Finding(Kind.HTTP_ANSWERED, List.of("200", "")))).isEqualTo("Status 200.");
    }

    @Test
    void foreignTextMovesNoCursor() {
        Finding finding = new Finding(Kind.MIDDLEWARE_REFUSED, List.of("/", "no\u001b[2J\nmore", "x".repeat(1_000)));
        assertThat(new DoctorWords(Locale.ENGLISH).message(finding))
                .startsWith("/ was refused: \"no [2J more\" xxx")
                .endsWith("…")
                .hasSizeLessThan(250);
    }

    @Test
    void theVerdictNamesTheLowestLayerThatFailedAndWhatWorks() {
        LayerReport name = report(
                Layer.NAME, new CheckResult.Passed(new Finding(Kind.NAME_RESOLVED, List.of("x.test", "127.0.0.1"))));
        LayerReport port =
                report(Layer.PORT, new CheckResult.Failed(new Finding(Kind.PORT_CLOSED, List.of("x.test", "80"))));
        DoctorWords words = new DoctorWords(Locale.ENGLISH);
        assertThat(words.verdict(new Diagnosis(List.of(name, port))))
                .isEqualTo("Port: Nobody listens at x.test, port 80.");
        assertThat(words.works(new Diagnosis(List.of(name, port)))).isEqualTo("What does work: Name.");
        assertThat(words.verdict(new Diagnosis(List.of(name)))).isEqualTo("Nothing is wrong with this connection.");
        assertThat(words.works(new Diagnosis(List.of(name)))).isEmpty();
    }

    private static LayerReport report(Layer layer, CheckResult result) {
        return new LayerReport(layer, result, Duration.ZERO, List.of());
    }
}

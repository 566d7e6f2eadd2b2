package io.sioscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.workbench.SpecProblem.Code;
import io.sioscope.app.workbench.SpecProblem.Field;
import io.sioscope.protocol.capture.Header;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SpecsTest {
    private static final ConnectSpec GOOD = ConnectSpec.to("http://localhost:3000/chat?a=1");

    @Test
    void theUrlsPathIsTheNamespaceAndItsQueryTheQuery() {
        assertThat(GOOD.problems()).isEmpty();
        assertThat(GOOD.effectiveNamespaces()).containsExactly("/chat");
        assertThat(GOOD.withNamespaces(List.of("admin", "/x")).effectiveNamespaces()).containsExactly("/admin", "/x");
        assertThat(GOOD.withQuery(Map.of("b", "2")).effectiveQuery()).isEqualTo(Map.of("a", "1", "b", "2"));
    }

    @ParameterizedTest
    @CsvSource({"'',EMPTY", "ftp://x,SCHEME", "http://,SYNTAX", "http://x:99999,PORT", "http://a b,SYNTAX"})
    void aWrongUrlIsNamed(String url, Code code) {
        assertThat(ConnectSpec.to(url).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo(Field.URL))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void eachWrongFieldIsNamedWithItsLine() {
        ConnectSpec wrong = GOOD.withNamespaces(List.of("/a", "a", "/b,c", ""))
                .withAuth("{token:1}")
                .withHeaders(List.of(new Header("X-A", "1"), new Header("X B", "2"), new Header("C", "a\nb")))
                .withPath("/a b")
                .withTransports(List.of());
        assertThat(wrong.problems())
                .containsExactly(
                        new SpecProblem(Field.NAMESPACE, Code.TWICE, 1, "a"),
                        new SpecProblem(Field.NAMESPACE, Code.NOT_A_PATH, 2, "/b,c"),
                        new SpecProblem(Field.NAMESPACE, Code.EMPTY, 3, ""),
                        SpecProblem.of(Field.AUTH, Code.JSON, "1:2"),
                        new SpecProblem(Field.HEADER, Code.HEADER, 1, "X B"),
                        new SpecProblem(Field.HEADER, Code.HEADER, 2, "C"),
                        SpecProblem.of(Field.PATH, Code.NOT_A_PATH, "/a b"),
                        SpecProblem.of(Field.TRANSPORTS, Code.EMPTY, ""));
        assertThat(GOOD.withAuth("[1]").problems())
                .containsExactly(SpecProblem.of(Field.AUTH, Code.NOT_AN_OBJECT, "[1]"));
    }

    @Test
    void aHostsFieldsHaveRanges() {
        assertThat(HostSpec.on(0, new Behaviour.Silent()).problems()).isEmpty();
        assertThat(HostSpec.on(70_000, new Behaviour.Silent()).problems())
                .extracting(SpecProblem::field)
                .containsExactly(Field.PORT);
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void everyProblemHasWordsInBothLanguages(Code code) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            for (Field field : Field.values()) {
                Explanation words = new Explain(locale).problem(SpecProblem.of(field, code, "d"));
                assertThat(words.message()).isNotBlank().doesNotContain("{");
                assertThat(words.hint()).isNotBlank().doesNotContain("{0}", "{1}");
            }
        }
    }
}

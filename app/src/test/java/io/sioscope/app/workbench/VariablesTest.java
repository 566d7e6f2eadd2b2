package io.sioscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.workbench.SpecProblem.Code;
import io.sioscope.app.workbench.SpecProblem.Field;
import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.client.SioUrl;
import io.sioscope.protocol.net.ClientProxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {
    private static final Variables VALUES =
            new Variables(Map.of("host", "example.test:8443", "token", "a\"b&c=d e+f@g", "age", "7", "inner", "{{age}}", "a.b-c_1", "x"));

    private static ConnectSpec written() {
        return ConnectSpec.to("https://{{host}}/chat?key={{token}}")
                .withQuery(Map.of("q", "{{ token }}"))
                .withHeaders(List.of(new Header("Authorization", "Bearer {{token}}, {{age}}")))
                .withAuth("{\"token\":\"{{token}}\",\"deep\":[{\"age\":\"{{age}}\"},1.50]}")
                .withOptions(ConnectOptions.DEFAULT.withProxy("http://me:{{token}}@{{host}}"));
    }

    @Test
    void everyPlaceGetsItsValue() {
        assertThat(VALUES.problems(written())).isEmpty();
        ConnectSpec spec = VALUES.into(written());
        SioUrl url = SioUrl.of(spec.url());
        assertThat(url.base()).isEqualTo("https://example.test:8443");
        assertThat(url.namespace()).isEqualTo("/chat");
        assertThat(url.query()).isEqualTo(Map.of("key", "a\"b&c=d e+f@g"));
        assertThat(spec.query()).isEqualTo(Map.of("q", "a\"b&c=d e+f@g"));
        assertThat(spec.headers()).containsExactly(new Header("Authorization", "Bearer a\"b&c=d e+f@g, 7"));
        assertThat(spec.auth()).isEqualTo("{\"token\":\"a\\\"b&c=d e+f@g\",\"deep\":[{\"age\":\"7\"},1.50]}");
        ClientProxy proxy = ClientProxy.of(spec.options().proxy());
        assertThat(proxy.password()).isEqualTo("a\"b&c=d e+f@g");
        assertThat(proxy.port()).isEqualTo(8443);
    }

    @Test
    void namespacesPathAndNamesGetTheirValuesToo() {
        ConnectSpec written = ConnectSpec.to("http://localhost")
                .withNamespaces(List.of("/{{room}}", "/fixed"))
                .withPath("/{{tenant}}/socket.io")
                .withQuery(Map.of("{{key}}", "1"))
                .withHeaders(List.of(new Header("X-{{tenant}}", "{{room}}")))
                .withAuth("{\"{{key}}\":{\"{{room}}\":[{\"{{key}}\":1}]},\"last\":true}");
        Variables values = new Variables(Map.of("room", "chat", "tenant", "acme", "key", "api\"key"));
        assertThat(values.problems(written)).isEmpty();
        ConnectSpec spec = values.into(written);
        assertThat(spec.namespaces()).containsExactly("/chat", "/fixed");
        assertThat(spec.path()).isEqualTo("/acme/socket.io");
        assertThat(spec.query()).isEqualTo(Map.of("api\"key", "1"));
        assertThat(spec.headers()).containsExactly(new Header("X-acme", "chat"));
        assertThat(spec.auth()).isEqualTo("{\"api\\\"key\":{\"chat\":[{\"api\\\"key\":1}]},\"last\":true}");
    }

    @Test
    void whatHasNoValueIsNamedWhereverItStands() {
        ConnectSpec written = ConnectSpec.to("http://localhost")
                .withNamespaces(List.of("/fixed", "/{{a}}"))
                .withPath("/{{b}}")
                .withQuery(Map.of("{{c}}", "1"))
                .withHeaders(List.of(new Header("{{d}}", "1")))
                .withAuth("{\"{{e}}\":1}");
        assertThat(Variables.NONE.problems(written))
                .containsExactly(
                        new SpecProblem(Field.NAMESPACE, Code.UNKNOWN_VARIABLE, 1, "a"),
                        SpecProblem.of(Field.AUTH, Code.UNKNOWN_VARIABLE, "e"),
                        SpecProblem.of(Field.QUERY, Code.UNKNOWN_VARIABLE, "c"),
                        SpecProblem.of(Field.HEADER, Code.UNKNOWN_VARIABLE, "d"),
                        SpecProblem.of(Field.PATH, Code.UNKNOWN_VARIABLE, "b"));
    }

    @Test
    void aNamespaceOrPathThatAValueBreaksIsNamed() {
        ConnectSpec written = ConnectSpec.to("http://localhost").withNamespaces(List.of("/{{a}}")).withPath("/{{b}}");
        assertThat(new Variables(Map.of("a", "x,y", "b", "x y")).problems(written))
                .extracting(SpecProblem::field, SpecProblem::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Field.NAMESPACE, Code.NOT_A_PATH),
                        org.assertj.core.groups.Tuple.tuple(Field.PATH, Code.NOT_A_PATH));
    }

    @Test
    void twoNamesThatBecomeOneAreNamedAndNotLost() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("key", "1");
        query.put("{{name}}", "2");
        ConnectSpec written = ConnectSpec.to("http://localhost").withQuery(query);
        assertThat(new Variables(Map.of("name", "key")).problems(written))
                .containsExactly(new SpecProblem(Field.QUERY, Code.TWICE, 1, "{{name}}"));
        assertThat(new Variables(Map.of("name", "other")).problems(written)).isEmpty();
    }

    @Test
    void aWholeUrlCanBeAVariable() {
        Variables values = new Variables(Map.of("url", "https://example.test/chat?a=1", "proxy", "socks5://127.0.0.1:1080"));
        ConnectSpec spec = values.into(ConnectSpec.to("{{url}}").withOptions(ConnectOptions.DEFAULT.withProxy("{{proxy}}")));
        assertThat(spec.url()).isEqualTo("https://example.test/chat?a=1");
        assertThat(spec.options().proxy()).isEqualTo("socks5://127.0.0.1:1080");
        assertThat(spec.problems()).isEmpty();
    }

    @Test
    void aValueIsNotLookedUpAgain() {
        assertThat(VALUES.into(written().withQuery(Map.of("q", "{{inner}}"))).query()).isEqualTo(Map.of("q", "{{age}}"));
    }

    @Test
    void outsideOfQuotesAValueIsJson() {
        ConnectSpec bare = written().withAuth("{\"age\":{{age}},\"x\":\"{{a.b-c_1}}\"}");
        assertThat(VALUES.into(bare).auth()).isEqualTo("{\"age\":7,\"x\":\"x\"}");
        assertThat(VALUES.problems(bare)).isEmpty();
        assertThat(VALUES.problems(written().withAuth("{\"age\":{{host}}}")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(Code.JSON));
    }

    @Test
    void whatHasNoValueIsNamedUnderItsFieldAndNothingElseIsSaidThere() {
        assertThat(new Variables(Map.of("token", "t")).problems(written()))
                .containsExactly(
                        SpecProblem.of(Field.URL, Code.UNKNOWN_VARIABLE, "host"),
                        SpecProblem.of(Field.AUTH, Code.UNKNOWN_VARIABLE, "age"),
                        SpecProblem.of(Field.HEADER, Code.UNKNOWN_VARIABLE, "age"),
                        SpecProblem.of(Field.PROXY, Code.UNKNOWN_VARIABLE, "host"));
        assertThat(Variables.NONE.problems(ConnectSpec.to("localhost").withQuery(Map.of("q", "{{x}}")).withPath("")))
                .containsExactly(
                        SpecProblem.of(Field.QUERY, Code.UNKNOWN_VARIABLE, "x"), SpecProblem.of(Field.PATH, Code.EMPTY, ""));
    }

    @Test
    void aValueIsCheckedLikeSomethingTyped() {
        Variables broken = new Variables(Map.of("host", "a b", "token", "line\nline", "age", "1"));
        assertThat(broken.problems(written()))
                .extracting(SpecProblem::field)
                .containsExactly(Field.URL, Field.HEADER, Field.PROXY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{}}", "{{ }}", "{token}", "{{to ken}}", "{{{", "}}{{", "{{a", "{ {token} }"})
    void whatIsNoVariableStays(String text) {
        ConnectSpec spec = ConnectSpec.to("localhost").withQuery(Map.of("q", text)).withAuth("{\"a\":\"" + text + "\"}");
        assertThat(VALUES.into(spec)).isEqualTo(spec);
        assertThat(VALUES.unknownIn(text)).isEmpty();
        assertThat(Variables.areIn(text)).isFalse();
    }

    @Test
    void itSaysNothingOfItsValues() {
        assertThat(VALUES.toString()).contains("token").doesNotContain("a\"b");
    }
}

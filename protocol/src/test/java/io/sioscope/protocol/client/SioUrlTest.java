package io.sioscope.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SioUrlTest {
    @ParameterizedTest
    @CsvSource({
        "http://localhost:3000,            http://localhost:3000,  /",
        "http://localhost:3000/,           http://localhost:3000,  /",
        "https://example.org/chat,         https://example.org,    /chat",
        "ws://example.org:80/a/b?x=1,      http://example.org,     /a/b",
        "wss://example.org:8443/chat/,     https://example.org:8443, /chat",
        "localhost:3000,                   http://localhost:3000,  /",
        "HTTP://[::1]:3000/é,              http://[::1]:3000,      /é",
        "' http://127.0.0.1 ',             http://127.0.0.1,       /"
    })
    void serverAndNamespace(String text, String base, String namespace) {
        SioUrl url = SioUrl.of(text);
        assertThat(url.base()).isEqualTo(base);
        assertThat(url.namespace()).isEqualTo(namespace);
    }

    @Test
    void theQueryIsDecodedAndTheLastOfANameCounts() {
        assertThat(SioUrl.of("http://h/?a=1&b=%C3%A9+x&a=2&c&&=e").query())
                .isEqualTo(Map.of("a", "2", "b", "é x", "c", "", "", "e"));
    }

    @ParameterizedTest
    @CsvSource({
        "'',                EMPTY",
        "ftp://example.org, SCHEME",
        "http://,           SYNTAX",
        "http:///x,         HOST",
        "http://h:99999,    PORT",
        "http://h:0,        PORT",
        "http://h:x,        PORT",
        "http://a b,        SYNTAX"
    })
    void whatIsWrongIsNamed(String text, SioUrl.Problem problem) {
        assertThat(SioUrl.parse(text)).isEqualTo(new SioUrl.Parsing.Wrong(problem));
        assertThatThrownBy(() -> SioUrl.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void anyTextIsReadOrNamedWrong(@ForAll String text) {
        assertThat(SioUrl.parse(text)).isNotNull();
        assertThat(SioUrl.parse("http://h/" + text)).isNotNull();
    }
}

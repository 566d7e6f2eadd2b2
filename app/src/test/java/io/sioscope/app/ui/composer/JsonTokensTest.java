package io.sioscope.app.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonTokensTest {

    private static List<String> styled(String text) {
        return JsonTokens.of(text).stream().map(token -> token.style() + " " + text.substring(token.from(), token.to())).toList();
    }

    @Test
    void textsNamesNumbersAndLiteralsAreToldApart() {
        assertThat(styled("{\"a\": [\"b\\\"c\", -1.5e3, true, nul]}"))
                .containsExactly("json-name \"a\"", "text-token \"b\\\"c\"", "number -1.5e3", "literal true");
    }

    @Test
    void anythingTypedIsCoveredInOrderAndInside() {
        Random random = new Random(5);
        String letters = "{}[]\",: \\\n-0123.eEtrufalsn\u00e9";
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(40); k > 0; k--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            int at = 0;
            for (JsonTokens.Token token : JsonTokens.of(text.toString())) {
                assertThat(token.from()).isGreaterThanOrEqualTo(at);
                assertThat(token.to()).isGreaterThan(token.from()).isLessThanOrEqualTo(text.length());
                at = token.to();
            }
        }
    }

    @Test
    void aPlaceIsFoundInItsLine() {
        assertThat(ArgumentList.offset("{\n  \"a\": x}", "2:8")).isEqualTo(9);
        assertThat(ArgumentList.offset("abc", "1:99")).isEqualTo(3);
    }
}

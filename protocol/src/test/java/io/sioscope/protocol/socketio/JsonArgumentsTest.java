package io.sioscope.protocol.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Bytes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One value of arguments is the same as that one of all values. */
class JsonArgumentsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,2",
                "-1.50",
                "12 , {}",
                "true,1",
                "null",
                "\"a,\\\"b\",3",
                "{\"a\":[1,{\"b\":\"}\"}]},{\"c\":2}",
                "[[1],2] ,\"x\"",
                "\"\\uD83D\",{}"
            })
    void oneValueIsThatOfAll(String text) {
        JsonArguments arguments = JsonArguments.text(Bytes.utf8(text));
        for (int i = 0; i < arguments.count(); i++) {
            assertThat(arguments.value(i)).isEqualTo(arguments.values().get(i));
        }
        assertThat(arguments.value(arguments.count()).isMissingNode()).isTrue();
        assertThat(arguments.value(-1).isMissingNode()).isTrue();
    }

    @Test
    void theFirstValueHasItsAttachments() throws Exception {
        Arguments arguments = Arguments.of(Map.of("in", List.of(new byte[] {1, 2})), new byte[] {3});
        assertThat(arguments.value(0).path("in").path(0).binaryValue()).containsExactly(1, 2);
        assertThat(arguments.value(1).binaryValue()).containsExactly(3);
    }

    @Test
    void noValueIsMissing() {
        assertThat(Arguments.NONE.value(0).isMissingNode()).isTrue();
    }
}

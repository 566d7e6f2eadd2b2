package io.sioscope.app.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FontsTest {

    @BeforeAll
    static void toolkit() {
        Fx.start();
    }

    @Test
    void everyFileLoadsUnderTheNameThatTheStylesheetUses() {
        List<String> families = Fx.call(Fonts::load);

        assertThat(families).hasSize(5).contains(Fonts.WORDS, Fonts.WORDS_STRONG, Fonts.MONO);
    }

    @Test
    void theStylesheetNamesNoOtherFamily() throws IOException {
        Set<String> named = new TreeSet<>();
        try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream("sioscope.css"))) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Matcher matcher = Pattern.compile("-fx-font-family: \"([^\"]+)\"").matcher(css);
            while (matcher.find()) {
                named.add(matcher.group(1));
            }
        }
        assertThat(named).containsExactlyInAnyOrder(Fonts.WORDS, Fonts.WORDS_STRONG, Fonts.MONO);
    }
}

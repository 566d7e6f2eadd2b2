package io.sioscope.app.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void apostrophesNeedNoDoubling() {
        Texts french = new Texts(TextsTest.class, Locale.FRENCH);
        assertThat(french.get("sample.event", "chat")).isEqualTo("L'événement « chat » n'est pas là");
    }

    @Test
    void wholeNumbersAreGrouped() {
        Texts english = new Texts(TextsTest.class, Locale.ENGLISH);
        assertThat(english.get("sample.count", 946, 12_841L)).isEqualTo("946 of 12\u202f841");
    }

    @Test
    void aLanguageWithoutTranslationIsEnglish() {
        assertThat(new Texts(TextsTest.class, Locale.JAPANESE).get("sample.count", 1, 2)).isEqualTo("1 of 2");
    }
}

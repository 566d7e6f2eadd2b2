package io.sioscope.app.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaletteViewModelTest {

    private final List<String> done = new ArrayList<>();

    private PaletteEntry entry(String title, String detail, boolean available) {
        return new PaletteEntry(title, detail, "mdi2m-magnify", "", available, () -> done.add(title));
    }

    private PaletteViewModel palette(PaletteEntry... entries) {
        return new PaletteViewModel(List.of(entries));
    }

    private static List<String> titles(PaletteViewModel palette) {
        return palette.hits().stream().map(PaletteEntry::title).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "exp, export the capture, true",
        "capture exp, export the capture, true",
        "xport, export the capture, true",
        "etc, export the capture, true",
        "ecran, plein écran, true",
        "ÉCR, plein écran, true",
        "zz, export the capture, false",
        "export nothing, export the capture, false",
        "xpt, export the capture, false"
    })
    void lettersAreFound(String typed, String text, boolean found) {
        assertThat(FuzzyMatch.score(FuzzyMatch.plain(typed), FuzzyMatch.plain(text)).isPresent()).isEqualTo(found);
    }

    @Test
    void theBeginningOfAWordCountsMoreThanItsMiddle() {
        var palette = palette(entry("Light or dark", "", true), entry("Go to the filter", "", true), entry("Filter", "", true));
        palette.queryProperty().set("fi");
        assertThat(titles(palette)).containsExactly("Filter", "Go to the filter");
        palette.queryProperty().set("");
        assertThat(titles(palette)).containsExactly("Light or dark", "Go to the filter", "Filter");
    }

    @Test
    void theDetailIsFoundAfterTitlesAndWhatCannotBeDoneComesLast() {
        var palette = palette(
                entry("Send", "room", true), entry("Room of the map", "", true), entry("Rooms", "never now", false));
        palette.queryProperty().set("room");
        assertThat(titles(palette)).containsExactly("Room of the map", "Send", "Rooms");
        palette.move(2);
        assertThat(palette.chosen()).isEmpty();
        palette.move(-1);
        palette.chosen().orElseThrow().action().run();
        assertThat(done).containsExactly("Send");
    }

    @Test
    void thePickStaysInsideAndBeginsAnewWithEachLetter() {
        var palette = palette(entry("a1", "", true), entry("a2", "", true), entry("b", "", true));
        palette.move(99);
        assertThat(palette.pickedProperty().get()).isEqualTo(2);
        palette.move(-99);
        assertThat(palette.pickedProperty().get()).isZero();
        palette.move(1);
        palette.queryProperty().set("a");
        assertThat(palette.pickedProperty().get()).isZero();
        palette.queryProperty().set("nothing like it");
        assertThat(palette.pickedProperty().get()).isEqualTo(-1);
        palette.move(1);
        assertThat(palette.chosen()).isEmpty();
    }
}

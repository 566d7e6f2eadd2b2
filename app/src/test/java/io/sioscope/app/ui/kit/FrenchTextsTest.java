package io.sioscope.app.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every French bundle: it says what the English one says, and no line begins with a colon. */
class FrenchTextsTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final String FRENCH = "messages_fr.properties";

    static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith(FRENCH)).sorted().toList();
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noLineCanBreakBeforeItsPunctuation(Path file) throws IOException {
        assertThat(read(file)).isNotEmpty().allSatisfy((key, text) -> assertThat((String) text)
                .as("%s: a no-break space belongs there", key)
                .doesNotContainPattern(" [:;?!»]|« "));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyEnglishTextIsThereInFrench(Path file) throws IOException {
        Properties english = read(file.resolveSibling("messages.properties"));
        assertThat(read(file).keySet()).isEqualTo(english.keySet());
    }
}

package io.sioscope.app.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Font;

/**
 * The two faces of the window: Inter for words, JetBrains Mono for numbers and wire. They come as files inside
 * dependencies, so that every platform looks alike.
 *
 * <p>Each weight but Regular and Bold is a family of its own to JavaFX, spelt as its file says. The stylesheet names the
 * families; a name that is not there falls back to another face in silence, which is why a test compares them.
 */
public final class Fonts {

    /** Words, regular and bold. */
    public static final String WORDS = "Inter";
    /** Words, semi-bold: heads, names and active things. */
    public static final String WORDS_STRONG = "Inter SemiBold";
    /** Numbers, times, paths, payloads. */
    public static final String MONO = "JetBrains Mono";

    private static final String ROOT = "/com/formdev/flatlaf/fonts/";
    private static final List<String> FILES = List.of(
            "inter/Inter-Regular.otf",
            "inter/Inter-SemiBold.otf",
            "inter/Inter-Bold.otf",
            "jetbrains_mono/JetBrainsMono-Regular.ttf",
            "jetbrains_mono/JetBrainsMono-Bold.ttf");

    private Fonts() {}

    /**
     * Makes the faces known to JavaFX. Loading twice is harmless.
     *
     * @return the family names as JavaFX knows them, in the order of the files; a file that could not be read is left
     *     out, and the window then falls back to the system's face
     */
    public static List<String> load() {
        List<String> families = new ArrayList<>();
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream(ROOT + file)) {
                Font font = in == null ? null : Font.loadFont(in, 13);
                if (font != null) {
                    families.add(font.getFamily());
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close the font " + file, e);
            }
        }
        return List.copyOf(families);
    }
}

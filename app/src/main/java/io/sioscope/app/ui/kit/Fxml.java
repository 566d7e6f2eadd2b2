package io.sioscope.app.ui.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;

/**
 * Loads the FXML beside a view. A view extends the root node that its file names with {@code <fx:root>} and is its controller
 * as well: one object, made by a plain constructor, with its arguments.
 */
public final class Fxml {

    private Fxml() {}

    /**
     * Fills a view from {@code X.fxml}, where X is the name of its class. Call it first thing in the constructor, after the
     * fields that {@code initialize()} needs.
     *
     * @param view root and controller
     * @param texts resolves {@code %key}
     */
    public static void load(Object view, Texts texts) {
        String file = view.getClass().getSimpleName() + ".fxml";
        URL url = Objects.requireNonNull(view.getClass().getResource(file), file);
        FXMLLoader loader = new FXMLLoader(url, texts.bundle());
        loader.setRoot(view);
        loader.setController(view);
        loader.setClassLoader(view.getClass().getClassLoader());
        try {
            loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot load " + file, e);
        }
    }
}

package io.sioscope.app.ui.kit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Pictures of screens, kept in {@code target/screenshots} to be looked at. Nothing compares their pixels. */
public final class Screenshots {

    private static final Path FOLDER = Path.of("target", "screenshots");

    private Screenshots() {}

    /**
     * Shows a node in a window of its own and takes its picture.
     *
     * @param theme dresses the scene
     * @param root what to show
     * @param width of the scene in pixels
     * @param height of the scene in pixels
     * @param prepare runs on the JavaFX thread once the window is up, before the picture
     * @param name the file's name without its ending
     * @return the file
     */
    public static Path take(Theme theme, Parent root, int width, int height, Runnable prepare, String name) {
        Stage stage = Fx.call(() -> {
            Stage shown = new Stage();
            Scene scene = new Scene(root, width, height);
            theme.dress(scene);
            shown.setScene(scene);
            shown.show();
            return shown;
        });
        Fx.pulses();
        Fx.run(prepare);
        Fx.pulses();
        try {
            return save(stage.getScene(), name);
        } finally {
            Fx.run(stage::close);
        }
    }

    /**
     * Takes a picture of a scene that is shown.
     *
     * @param scene of any size
     * @param name the file's name without its ending
     * @return the file
     */
    public static Path save(Scene scene, String name) {
        BufferedImage image = Fx.call(() -> SwingFXUtils.fromFXImage(scene.snapshot(null), null));
        try {
            Files.createDirectories(FOLDER);
            Path file = FOLDER.resolve(name + ".png");
            ImageIO.write(image, "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the screenshot " + name, e);
        }
    }
}

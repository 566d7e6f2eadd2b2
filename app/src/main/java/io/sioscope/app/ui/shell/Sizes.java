package io.sioscope.app.ui.shell;

import io.sioscope.app.workspace.Settings;
import javafx.scene.Scene;

/** The window's size and dividers, as settings remember them. */
final class Sizes {

    private static final String SIDE = "side";
    private static final String INSPECTOR = "inspector";
    private static final int NARROW = 1300;
    private static final int SIDE_WIDE = 248;
    private static final int SIDE_NARROW = 224;

    private Sizes() {}

    /** Sets the dividers as they were, or as they are usual for the window's size. */
    static void restore(Settings settings, PixelSplit side, PixelSplit inspector) {
        int usualSide = settings.width() < NARROW ? SIDE_NARROW : SIDE_WIDE;
        int usualInspector = settings.height() * 3 / 10;
        side.pixelsProperty().set(settings.dividers().getOrDefault(SIDE, usualSide));
        inspector.pixelsProperty().set(settings.dividers().getOrDefault(INSPECTOR, usualInspector));
    }

    /** The settings with the sizes of now; a window that fills the screen keeps its size of before. */
    static Settings taken(Settings settings, Scene scene, boolean maximized, PixelSplit side, PixelSplit inspector) {
        return settings.withDivider(SIDE, (int) side.pixelsProperty().get())
                .withDivider(INSPECTOR, (int) inspector.pixelsProperty().get())
                .withWindow(
                        maximized ? settings.width() : (int) scene.getWidth(),
                        maximized ? settings.height() : (int) scene.getHeight(),
                        maximized);
    }
}

package io.sioscope.app.ui.shell;

import io.sioscope.app.workspace.Layout;
import javafx.scene.Scene;

/** The window's size and dividers, as the workspace remembers them. */
final class Sizes {

    private static final String SIDE = "side";
    private static final String INSPECTOR = "inspector";
    private static final int NARROW = 1300;
    private static final int SIDE_WIDE = 248;
    private static final int SIDE_NARROW = 224;

    private Sizes() {}

    /** Sets the dividers as they were, or as they are usual for the window's size. */
    static void restore(Layout layout, PixelSplit side, PixelSplit inspector) {
        int usualSide = layout.width() < NARROW ? SIDE_NARROW : SIDE_WIDE;
        int usualInspector = layout.height() * 3 / 10;
        side.pixelsProperty().set(layout.dividers().getOrDefault(SIDE, usualSide));
        inspector.pixelsProperty().set(layout.dividers().getOrDefault(INSPECTOR, usualInspector));
    }

    /** The layout with the sizes of now; a window that fills the screen keeps its size of before. */
    static Layout taken(Layout layout, Scene scene, boolean maximized, PixelSplit side, PixelSplit inspector) {
        return layout.withDivider(SIDE, (int) side.pixelsProperty().get())
                .withDivider(INSPECTOR, (int) inspector.pixelsProperty().get())
                .withWindow(
                        maximized ? layout.width() : (int) scene.getWidth(),
                        maximized ? layout.height() : (int) scene.getHeight(),
                        maximized);
    }
}

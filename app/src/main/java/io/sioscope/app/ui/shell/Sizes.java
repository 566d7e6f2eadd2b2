package io.sioscope.app.ui.shell;

import io.sioscope.app.workspace.Layout;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Scene;

/** The window's size and dividers, as the workspace remembers them. Views come and go with the language; these stay. */
final class Sizes {

    private static final String SIDE = "side";
    private static final String INSPECTOR = "inspector";
    private static final int NARROW = 1300;
    private static final int SIDE_WIDE = 248;
    private static final int SIDE_NARROW = 224;

    private final DoubleProperty side = new SimpleDoubleProperty(this, SIDE);
    private final DoubleProperty inspector = new SimpleDoubleProperty(this, INSPECTOR);

    /** The dividers as they were, or as they are usual for the window's size. */
    Sizes(Layout layout) {
        int usualSide = layout.width() < NARROW ? SIDE_NARROW : SIDE_WIDE;
        int usualInspector = layout.height() * 3 / 10;
        side.set(layout.dividers().getOrDefault(SIDE, usualSide));
        inspector.set(layout.dividers().getOrDefault(INSPECTOR, usualInspector));
    }

    /** The width of the side bar in pixels. */
    DoubleProperty sideProperty() {
        return side;
    }

    /** The height of the inspector in pixels. */
    DoubleProperty inspectorProperty() {
        return inspector;
    }

    /** The layout with the sizes of now; a window that fills the screen keeps its size of before. */
    Layout taken(Layout layout, Scene scene, boolean maximized) {
        return layout.withDivider(SIDE, (int) side.get())
                .withDivider(INSPECTOR, (int) inspector.get())
                .withWindow(
                        maximized ? layout.width() : (int) scene.getWidth(),
                        maximized ? layout.height() : (int) scene.getHeight(),
                        maximized);
    }
}

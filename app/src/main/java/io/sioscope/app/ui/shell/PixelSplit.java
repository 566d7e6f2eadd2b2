package io.sioscope.app.ui.shell;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Two parts with a handle between: one keeps its pixels when the window grows, the other gets the rest. The handle is a line of
 * one pixel that is seven wide to the pointer.
 */
final class PixelSplit extends Pane {

    private static final double GRIP = 7;

    /** What the part that grows has at least of the height, however low the window is. */
    private static final double LEAST_SHARE = 0.4;

    /** Which part keeps its pixels. */
    enum Fixed {
        /** The left or upper one. */
        FIRST,
        /** The right or lower one. */
        SECOND
    }

    private final Orientation orientation;
    private final Fixed fixed;
    private final Region first;
    private final Region second;
    private final Region line = new Region();
    private final Region grip = new Region();
    private final DoubleProperty pixels = new SimpleDoubleProperty(this, "pixels");
    private final double least;
    private final double most;

    PixelSplit(Orientation orientation, Region first, Region second, Fixed fixed, double least, double most) {
        this.orientation = orientation;
        this.fixed = fixed;
        this.first = first;
        this.second = second;
        this.least = least;
        this.most = most;
        pixels.set(least);
        line.getStyleClass().add("split-line");
        grip.getStyleClass().add("split-grip");
        grip.setCursor(isRow() ? Cursor.H_RESIZE : Cursor.V_RESIZE);
        grip.setOnMouseDragged(this::onDrag);
        line.setMouseTransparent(true);
        getChildren().addAll(first, second, line, grip);
        pixels.addListener(ignored -> requestLayout());
        setMinHeight(0);
        if (!isRow()) {
            setMinWidth(0);
        }
    }

    /** The size of the part that keeps it. */
    DoubleProperty pixelsProperty() {
        return pixels;
    }

    private boolean isRow() {
        return orientation == Orientation.HORIZONTAL;
    }

    private void onDrag(MouseEvent event) {
        double at = isRow() ? sceneToLocal(event.getSceneX(), 0).getX() : sceneToLocal(0, event.getSceneY()).getY();
        double whole = isRow() ? getWidth() : getHeight();
        pixels.set(Math.clamp(fixed == Fixed.FIRST ? at : whole - at, least, Math.max(least, most)));
        event.consume();
    }

    @Override
    protected double computeMinWidth(double height) {
        double other = fixed == Fixed.FIRST ? second.minWidth(-1) : first.minWidth(-1);
        return isRow() ? least + 1 + other : Math.max(first.minWidth(-1), second.minWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return isRow() ? first.prefWidth(-1) + second.prefWidth(-1) : Math.max(first.prefWidth(-1), second.prefWidth(-1));
    }

    @Override
    protected void layoutChildren() {
        double whole = isRow() ? getWidth() : getHeight();
        Node growing = fixed == Fixed.FIRST ? second : first;
        double leastOther = isRow()
                ? Math.min(whole - least - 1, growing.minWidth(-1))
                : Math.min(whole / 2, Math.max(growing.minHeight(-1), whole * LEAST_SHARE));
        double kept = second.isVisible()
                ? Math.round(Math.clamp(pixels.get(), 0, Math.max(0, whole - 1 - leastOther)))
                : 0;
        double size = !second.isVisible() ? whole : fixed == Fixed.FIRST ? kept : whole - kept - 1;
        line.setVisible(second.isVisible());
        grip.setVisible(second.isVisible());
        if (isRow()) {
            first.resizeRelocate(0, 0, size, getHeight());
            line.resizeRelocate(size, 0, 1, getHeight());
            second.resizeRelocate(size + 1, 0, Math.max(0, whole - size - 1), getHeight());
            grip.resizeRelocate(size - GRIP / 2, 0, GRIP, getHeight());
        } else {
            first.resizeRelocate(0, 0, getWidth(), size);
            line.resizeRelocate(0, size, getWidth(), 1);
            second.resizeRelocate(0, size + 1, getWidth(), Math.max(0, whole - size - 1));
            grip.resizeRelocate(0, size - GRIP / 2, getWidth(), GRIP);
        }
    }
}

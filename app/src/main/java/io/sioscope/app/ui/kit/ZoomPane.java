package io.sioscope.app.ui.kit;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

/**
 * Shows its content larger, texts, icons, rows and pictures alike. Where the enlarged content has no room, it keeps its least size
 * and can be scrolled; what gets the focus comes into sight. JavaFX thread.
 */
public final class ZoomPane extends Region {

    private static final double BAR = 10;

    private final Region content;
    private final double leastWidth;
    private final double leastHeight;
    private final DoubleProperty factor = new SimpleDoubleProperty(this, "factor", 1);
    private final Scale scale = new Scale(1, 1, 0, 0);
    private final ScrollBar across = new ScrollBar();
    private final ScrollBar down = new ScrollBar();
    private final Rectangle clip = new Rectangle();
    private final ChangeListener<Node> onFocus = (property, before, now) -> reveal(now);

    /**
     * A pane at its usual size.
     *
     * @param content fills the pane
     * @param leastWidth under which the content is scrolled and not made narrower, in its own pixels
     * @param leastHeight the same for its height
     */
    public ZoomPane(Region content, double leastWidth, double leastHeight) {
        this.content = content;
        this.leastWidth = leastWidth;
        this.leastHeight = leastHeight;
        getStyleClass().add("zoom-pane");
        content.getTransforms().add(scale);
        across.setOrientation(Orientation.HORIZONTAL);
        down.setOrientation(Orientation.VERTICAL);
        across.setFocusTraversable(false);
        down.setFocusTraversable(false);
        setClip(clip);
        getChildren().addAll(content, across, down);
        factor.addListener(ignored -> requestLayout());
        across.valueProperty().addListener(ignored -> place());
        down.valueProperty().addListener(ignored -> place());
        addEventHandler(ScrollEvent.SCROLL, this::onScroll);
        sceneProperty().addListener((property, before, now) -> {
            if (before != null) {
                before.focusOwnerProperty().removeListener(onFocus);
            }
            if (now != null) {
                now.focusOwnerProperty().addListener(onFocus);
            }
        });
    }

    /** How many times as large as usual; 1 to 2. */
    public DoubleProperty factorProperty() {
        return factor;
    }

    @Override
    protected double computeMinWidth(double height) {
        return factor.get() == 1 ? content.minWidth(-1) : 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(-1) * factor.get();
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(-1) * factor.get();
    }

    @Override
    protected void layoutChildren() {
        double by = factor.get();
        scale.setX(by);
        scale.setY(by);
        double width = Math.max(getWidth() / by, by > 1 ? leastWidth : 0);
        double height = Math.max(getHeight() / by, by > 1 ? leastHeight : 0);
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        content.resize(width, height);
        bar(across, width * by - getWidth(), getWidth());
        bar(down, height * by - getHeight(), getHeight());
        across.resizeRelocate(0, getHeight() - BAR, getWidth() - (down.isVisible() ? BAR : 0), BAR);
        down.resizeRelocate(getWidth() - BAR, 0, BAR, getHeight() - (across.isVisible() ? BAR : 0));
        place();
    }

    private static void bar(ScrollBar bar, double over, double seen) {
        boolean needed = over > 0.5;
        double room = needed ? over + BAR : 0;
        bar.setVisible(needed);
        bar.setMax(room);
        bar.setVisibleAmount(room * seen / (seen + room + 1));
        bar.setValue(Math.clamp(bar.getValue(), 0, room));
    }

    private void place() {
        content.relocate(-Math.round(across.getValue()), -Math.round(down.getValue()));
    }

    private void onScroll(ScrollEvent event) {
        if (across.isVisible() || down.isVisible()) {
            across.setValue(Math.clamp(across.getValue() - event.getDeltaX(), 0, across.getMax()));
            down.setValue(Math.clamp(down.getValue() - event.getDeltaY(), 0, down.getMax()));
            event.consume();
        }
    }

    private void reveal(Node focused) {
        if (focused == null || !across.isVisible() && !down.isVisible()) {
            return;
        }
        Bounds bounds = sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
        if (bounds != null) {
            reveal(across, bounds.getMinX(), bounds.getMaxX(), getWidth() - BAR);
            reveal(down, bounds.getMinY(), bounds.getMaxY(), getHeight() - BAR);
        }
    }

    private static void reveal(ScrollBar bar, double from, double to, double seen) {
        if (from < 0 || to - from > seen) {
            bar.setValue(Math.clamp(bar.getValue() + from, 0, bar.getMax()));
        } else if (to > seen) {
            bar.setValue(Math.clamp(bar.getValue() + to - seen, 0, bar.getMax()));
        }
    }
}

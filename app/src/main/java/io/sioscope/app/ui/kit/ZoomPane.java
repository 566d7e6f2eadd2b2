package io.sioscope.app.ui.kit;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/**
 * Shows its content larger, evenly: text, icons, rows, pictures. The content is laid out in as much less room; where that is
 * less than it can do with, it keeps its least size and scroll bars lead to the rest. What gets the focus is scrolled into sight.
 */
public final class ZoomPane extends Region {

    /** As narrow as a content is made before it scrolls, in the content's own pixels. */
    static final double LEAST_WIDTH = 800;

    /** As low as a content is made before it scrolls, in the content's own pixels. */
    static final double LEAST_HEIGHT = 480;

    private static final double BAR = 12;
    private static final double STEP = 40;

    private final Region content;
    private final Scale scale = new Scale(1, 1);
    private final ScrollBar across = bar(Orientation.HORIZONTAL);
    private final ScrollBar down = bar(Orientation.VERTICAL);
    private final Region corner = new Region();
    private final DoubleProperty factor = new SimpleDoubleProperty(this, "factor", 1);

    /**
     * A pane at the usual size.
     *
     * @param content fills it
     */
    public ZoomPane(Region content) {
        this.content = content;
        content.getTransforms().add(scale);
        getStyleClass().add("zoom-pane");
        corner.getStyleClass().add("zoom-corner");
        getChildren().setAll(content, across, down, corner);
        factor.addListener(ignored -> requestLayout());
        across.valueProperty().addListener(ignored -> requestLayout());
        down.valueProperty().addListener(ignored -> requestLayout());
        addEventHandler(ScrollEvent.SCROLL, this::onScroll);
        ObservableValue<Node> focused = sceneProperty().flatMap(scene -> scene.focusOwnerProperty());
        focused.addListener((property, before, now) -> reveal(now));
    }

    private static ScrollBar bar(Orientation orientation) {
        ScrollBar bar = new ScrollBar();
        bar.setOrientation(orientation);
        bar.setUnitIncrement(STEP);
        bar.setFocusTraversable(false);
        return bar;
    }

    /**
     * How many times as large as usual.
     *
     * @return 1 for the usual size
     */
    public DoubleProperty factorProperty() {
        return factor;
    }

    /**
     * The width of the window that a node is in, in the node's own pixels: fewer where everything is larger.
     *
     * @param node anywhere in a window
     * @return null while it is in none
     */
    public static ObservableValue<Number> windowWidth(Node node) {
        return node.sceneProperty().flatMap(scene -> {
            for (Node each = node; each != null; each = each.getParent()) {
                if (each instanceof ZoomPane zoom) {
                    return zoom.content.widthProperty();
                }
            }
            return scene.widthProperty();
        });
    }

    @Override
    protected double computeMinWidth(double height) {
        return content.minWidth(-1) * factor.get();
    }

    @Override
    protected double computeMinHeight(double width) {
        return content.minHeight(-1) * factor.get();
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
        double times = factor.get();
        double least = Math.max(LEAST_WIDTH, content.minWidth(-1)) * times;
        double leastHeight = Math.max(LEAST_HEIGHT, content.minHeight(-1)) * times;
        boolean wide = least > getWidth() + 0.5;
        boolean high = leastHeight > getHeight() - (wide ? BAR : 0) + 0.5;
        double roomX = Math.max(0, getWidth() - (high ? BAR : 0));
        double roomY = Math.max(0, getHeight() - (wide ? BAR : 0));
        // The one bar is no reason for the other.
        double width = wide ? least : roomX;
        double height = high ? leastHeight : roomY;
        scale.setX(times);
        scale.setY(times);
        content.resize(Math.ceil(width / times), Math.ceil(height / times));
        show(across, wide, width, roomX);
        show(down, high, height, roomY);
        across.resizeRelocate(0, roomY, roomX, BAR);
        down.resizeRelocate(roomX, 0, BAR, roomY);
        corner.setVisible(wide && high);
        corner.resizeRelocate(roomX, roomY, BAR, BAR);
        content.relocate(-Math.round(across.getValue()), -Math.round(down.getValue()));
    }

    private static void show(ScrollBar bar, boolean needed, double whole, double room) {
        bar.setVisible(needed);
        double hidden = needed ? whole - room : 0;
        bar.setMax(hidden);
        bar.setVisibleAmount(needed ? hidden * room / whole : 0);
        bar.setBlockIncrement(room * 0.9);
        bar.setValue(Math.clamp(bar.getValue(), 0, Math.max(0, hidden)));
    }

    private void onScroll(ScrollEvent event) {
        boolean sideways = event.isShiftDown() || event.getDeltaY() == 0;
        ScrollBar bar = sideways ? across : down;
        if (bar.isVisible()) {
            double delta = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
            bar.setValue(Math.clamp(bar.getValue() - delta, 0, bar.getMax()));
            event.consume();
        }
    }

    private void reveal(@Nullable Node node) {
        if (node == null || !(across.isVisible() || down.isVisible()) || !isInside(node)) {
            return;
        }
        Bounds there = node.localToScene(node.getBoundsInLocal());
        Point2D from = sceneToLocal(there.getMinX(), there.getMinY());
        Point2D to = sceneToLocal(there.getMaxX(), there.getMaxY());
        move(across, from.getX(), to.getX(), across.isVisible() ? across.getWidth() : getWidth());
        move(down, from.getY(), to.getY(), down.isVisible() ? down.getHeight() : getHeight());
    }

    private static void move(ScrollBar bar, double from, double to, double room) {
        double by = from < 0 || to - from > room ? from : to > room ? to - room : 0;
        if (bar.isVisible() && by != 0) {
            bar.setValue(Math.clamp(bar.getValue() + by, 0, bar.getMax()));
        }
    }

    private boolean isInside(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(content)) {
                return true;
            }
        }
        return false;
    }
}

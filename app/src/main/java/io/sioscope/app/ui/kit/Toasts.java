package io.sioscope.app.ui.kit;

import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;

/**
 * A window's content with a place for one message above its lower edge: results of commands that have no place of their own.
 * The newest message replaces the one before.
 */
public final class Toasts extends StackPane {

    private static final double WIDEST = 560;
    private static final double BESIDE = 16;
    private static final double BELOW = 40;
    private static final double GAP = 8;

    private final Node content;
    private final MessageBar bar;
    private Optional<Region> kept = Optional.empty();
    private final Scale scale = new Scale();
    private final DoubleProperty factor = new SimpleDoubleProperty(this, "factor", 1);

    /**
     * Wraps the content.
     *
     * @param content fills the whole
     * @param dismissText the accessible name of the cross
     */
    public Toasts(Node content, String dismissText) {
        bar = new MessageBar(dismissText);
        bar.getStyleClass().add("floating");
        bar.setMaxSize(WIDEST, USE_PREF_SIZE);
        bar.getTransforms().add(scale);
        scale.xProperty().bind(factor);
        scale.yProperty().bind(factor);
        factor.addListener(ignored -> requestLayout());
        this.content = content;
        getChildren().addAll(content, bar);
    }

    /**
     * Leaves a part of the content free while it is shown: the message stands above it.
     *
     * @param region at the content's lower end, where a person types
     */
    public void stayAbove(Region region) {
        kept = Optional.of(region);
        region.boundsInParentProperty().addListener(ignored -> requestLayout());
        region.visibleProperty().addListener(ignored -> requestLayout());
    }

    private double bottom(double times) {
        double usual = getHeight() - BELOW * times;
        return kept.filter(region -> region.isVisible() && region.getHeight() > 0)
                .map(region -> Math.min(usual, sceneToLocal(region.localToScene(0, 0)).getY() - GAP))
                .orElse(usual);
    }

    /**
     * How many times as large as usual the message is; the content is not touched.
     *
     * @return 1 for the usual size
     */
    public DoubleProperty factorProperty() {
        return factor;
    }

    @Override
    protected void layoutChildren() {
        // Not larger than the window, whatever the content's least size is: the content scrolls.
        content.resizeRelocate(0, 0, getWidth(), getHeight());
        double times = factor.get();
        double width = Math.min(WIDEST, getWidth() / times - 2 * BESIDE);
        double height = bar.prefHeight(width);
        bar.resize(width, height);
        bar.relocate(
                Math.round((getWidth() - width * times) / 2), Math.round(bottom(times) - height * times));
    }

    /**
     * Where to speak.
     *
     * @return the one bar
     */
    public MessageBar bar() {
        return bar;
    }
}

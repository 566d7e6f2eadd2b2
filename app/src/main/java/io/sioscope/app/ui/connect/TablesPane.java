package io.sioscope.app.ui.connect;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Cards side by side, of equal width and height; one below the other where there is no room. */
final class TablesPane extends Pane {

    /** From this width on they stand side by side, in pixels. */
    static final double WIDE = 1000;

    private static final double GAP = 12;

    private final double wide;
    private final double gap;

    TablesPane(Node... cards) {
        this(WIDE, GAP, cards);
    }

    /**
     * Cards with another measure.
     *
     * @param wide from this width on they stand side by side, in pixels
     * @param gap between two, in pixels
     */
    TablesPane(double wide, double gap, Node... cards) {
        this.wide = wide;
        this.gap = gap;
        getChildren().setAll(cards);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        List<Node> cards = getManagedChildren();
        double each = cardWidth(width, cards.size());
        return isWide(width)
                ? cards.stream().mapToDouble(card -> card.prefHeight(each)).max().orElse(0)
                : cards.stream().mapToDouble(card -> card.prefHeight(each)).sum() + gap * (cards.size() - 1);
    }

    @Override
    protected void layoutChildren() {
        List<Node> cards = getManagedChildren();
        double width = cardWidth(getWidth(), cards.size());
        double x = 0;
        double y = 0;
        for (Node card : cards) {
            double height = isWide(getWidth()) ? getHeight() : card.prefHeight(width);
            layoutInArea(card, x, y, width, height, 0, HPos.LEFT, VPos.TOP);
            if (isWide(getWidth())) {
                x += width + gap;
            } else {
                y += height + gap;
            }
        }
    }

    private boolean isWide(double width) {
        return width < 0 || width >= wide;
    }

    private double cardWidth(double width, int cards) {
        if (width < 0) {
            return -1;
        }
        return isWide(width) ? Math.floor((width - gap * (cards - 1)) / cards) : width;
    }
}

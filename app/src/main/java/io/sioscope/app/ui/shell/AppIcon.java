package io.sioscope.app.ui.shell;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;

/** The window's icon, drawn: a ring, one arrow up, one down. */
final class AppIcon {

    private static final Color RING = Color.web("#0969da");
    private static final Color UP = Color.web("#d97a00");
    private static final Color DOWN = Color.web("#00a0b8");

    private AppIcon() {}

    /** The icon in the sizes that systems ask for. */
    static List<Image> images() {
        return IntStream.of(16, 32, 48, 64, 128, 256).mapToObj(AppIcon::draw).toList();
    }

    private static Image draw(int size) {
        Canvas canvas = new Canvas(size, size);
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.scale(size / 32.0, size / 32.0);
        pen.setFill(Color.WHITE);
        pen.fillOval(1.5, 1.5, 29, 29);
        pen.setStroke(RING);
        pen.setLineWidth(3);
        pen.strokeOval(2.5, 2.5, 27, 27);
        pen.setLineCap(StrokeLineCap.ROUND);
        arrow(pen, UP, 12, 22, 10);
        arrow(pen, DOWN, 20, 10, 22);
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        return canvas.snapshot(clear, null);
    }

    private static void arrow(GraphicsContext pen, Color colour, double x, double from, double to) {
        double back = to + Math.signum(from - to) * 4;
        pen.setStroke(colour);
        pen.strokeLine(x, from, x, to);
        pen.strokeLine(x, to, x - 3.5, back);
        pen.strokeLine(x, to, x + 3.5, back);
    }
}

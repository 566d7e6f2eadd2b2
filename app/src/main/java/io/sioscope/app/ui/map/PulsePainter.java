package io.sioscope.app.ui.map;

import io.sioscope.app.ui.kit.Fonts;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Paints a broadcast on its way: rings around the rooms, who gets it lit with an arrow down, who sent it with an arrow up. */
final class PulsePainter {

    private static final Font STRONG = Font.font(Fonts.MONO, 12);
    private static final Font WORDS = Font.font("Inter", 12);
    private static final int RINGS = 3;
    private static final double RING_APART = 6;

    private final GraphicsContext pen;
    private final MapColours colours;

    PulsePainter(GraphicsContext pen, MapColours colours) {
        this.pen = pen;
        this.colours = colours;
    }

    /**
     * Paints one.
     *
     * @param part how far it is, from 0 to 1
     * @param moving false: without rings, as for who does not want motion
     */
    void paint(Pulse pulse, MapPicture picture, Camera camera, double part, boolean moving) {
        picture.fields().stream()
                .filter(field -> field.namespace().equals(pulse.seen().namespace()))
                .findFirst()
                .ifPresent(field -> paint(pulse, field, picture.dotRadius(), camera, part, moving));
    }

    private void paint(Pulse pulse, MapPicture.Field field, double dotRadius, Camera camera, double part, boolean moving) {
        double fade = moving ? Math.clamp(1.25 - part, 0, 1) : 1;
        pen.save();
        pen.translate(camera.x(), camera.y());
        pen.scale(camera.scale(), camera.scale());
        List<MapPicture.Circle> meant = field.circles().stream()
                .filter(circle -> pulse.seen().rooms().isEmpty() || pulse.seen().rooms().contains(circle.name()))
                .filter(circle -> circle.kind() == MapPicture.Kind.ROOM)
                .toList();
        for (MapPicture.Circle circle : meant) {
            rings(circle, camera.scale(), part, fade, moving);
        }
        for (MapPicture.Circle circle : field.circles()) {
            for (MapPicture.Dot dot : circle.dots()) {
                if (dot.socket().equals(pulse.seen().sender())) {
                    lit(dot, Math.max(dotRadius, 2.5) * 1.4, fade(colours.toServer(), fade), -1);
                } else if (pulse.recipients().contains(dot.socket())) {
                    lit(dot, Math.max(dotRadius, 2.5) * 1.2, fade(colours.toClient(), fade), 1);
                }
            }
        }
        pen.restore();
        callout(pulse, field, meant, camera, fade);
    }

    private static Color fade(Color colour, double alpha) {
        return colour.deriveColor(0, 1, 1, alpha);
    }

    private void rings(MapPicture.Circle circle, double scale, double part, double fade, boolean moving) {
        pen.setFill(colours.toClient().deriveColor(0, 1, 1, 0.08 * fade));
        pen.fillOval(circle.x() - circle.radius(), circle.y() - circle.radius(), 2 * circle.radius(), 2 * circle.radius());
        pen.setStroke(fade(colours.toClient(), fade));
        pen.setLineWidth(2 / scale);
        ring(circle, circle.radius());
        if (moving) {
            for (int i = 1; i <= RINGS; i++) {
                pen.setStroke(colours.toClient().deriveColor(0, 1, 1, 0.6 * fade / i));
                pen.setLineWidth(1.2 / scale);
                ring(circle, circle.radius() + i * RING_APART * Math.min(1, part * 2 + 0.2) / scale);
            }
        }
    }

    private void ring(MapPicture.Circle circle, double radius) {
        pen.strokeOval(circle.x() - radius, circle.y() - radius, 2 * radius, 2 * radius);
    }

    private void lit(MapPicture.Dot dot, double radius, Color colour, int down) {
        pen.setFill(colour);
        pen.fillOval(dot.x() - radius, dot.y() - radius, 2 * radius, 2 * radius);
        if (radius >= 4) {
            double arm = radius * 0.5;
            pen.setStroke(fade(colours.room(), colour.getOpacity()));
            pen.setLineWidth(Math.max(0.8, radius * 0.22));
            pen.strokeLine(dot.x(), dot.y() - arm * down, dot.x(), dot.y() + arm * down);
            pen.strokeLine(dot.x(), dot.y() + arm * down, dot.x() - arm * 0.7, dot.y() + arm * 0.3 * down);
            pen.strokeLine(dot.x(), dot.y() + arm * down, dot.x() + arm * 0.7, dot.y() + arm * 0.3 * down);
        }
    }

    private void callout(Pulse pulse, MapPicture.Field field, List<MapPicture.Circle> meant, Camera camera, double fade) {
        double left = camera.x() + camera.scale() * field.x();
        double top = camera.y() + camera.scale() * field.y();
        double most = camera.scale() * field.width() - 24;
        String event = MapPainter.shortened("↓ " + pulse.seen().event(), STRONG, most / 2);
        double eventWide = MapPainter.width(event, STRONG);
        String words = MapPainter.shortened(pulse.words(), WORDS, Math.max(0, most - eventWide - 32));
        double wide = eventWide + MapPainter.width(words, WORDS) + 28;
        if (most < 80) {
            return;
        }
        double x = left + Math.max(12, (camera.scale() * field.width() - wide) / 2);
        double y = top + 34;
        if (meant.size() == 1) {
            double cx = camera.x() + camera.scale() * meant.getFirst().x();
            double edge = camera.y() + camera.scale() * (meant.getFirst().y() - meant.getFirst().radius());
            x = Math.clamp(cx - wide / 2, left + 12, Math.max(left + 12, left + camera.scale() * field.width() - wide - 12));
            pen.setStroke(fade(colours.toClient(), fade));
            pen.setLineWidth(1.2);
            if (edge > y + 24) {
                pen.strokeLine(cx, y + 24, cx, edge);
            }
        }
        pen.setFill(fade(colours.room(), fade));
        pen.fillRoundRect(x, y, wide, 24, 6, 6);
        pen.setStroke(fade(colours.toClient(), fade));
        pen.setLineWidth(1.2);
        pen.strokeRoundRect(x + 0.5, y + 0.5, wide - 1, 23, 6, 6);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setTextBaseline(VPos.CENTER);
        pen.setFont(STRONG);
        pen.setFill(fade(colours.toClient(), fade));
        pen.fillText(event, x + 10, y + 12);
        pen.setFont(WORDS);
        pen.setFill(fade(colours.text(), fade));
        pen.fillText(words, x + 18 + eventWide, y + 12);
    }
}

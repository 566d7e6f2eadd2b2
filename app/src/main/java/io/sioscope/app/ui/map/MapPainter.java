package io.sioscope.app.ui.map;

import io.sioscope.app.ui.kit.Fonts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * Paints a picture. At rest everything is grey: colour means that something passes, or is picked. Labels come last, and only where
 * they fit. Distances in pixels of the viewport, whatever the zoom.
 */
final class MapPainter {

    private static final Font NAME = Font.font(Fonts.WORDS_STRONG, 12);
    private static final Font MONO_STRONG = Font.font(Fonts.MONO, javafx.scene.text.FontWeight.BOLD, 13);
    private static final Font SMALL = Font.font("Inter", 12);
    private static final Font COUNT = Font.font(Fonts.MONO, 11);
    private static final double CORNER = 12;
    private static final double LABEL_ROOM = 14;

    private final GraphicsContext pen;
    private final MapColours colours;
    private final Words words;

    /** What stands in a field's head. */
    interface Words {
        String head(MapPicture.Field field);

        String family(MapPicture.Circle circle);

        String loose();
    }

    /**
     * What is picked and looked for.
     *
     * @param dropRoom the room that a dragged socket would join; empty for none
     */
    record Marks(String namespace, String room, String socket, List<String> socketRooms, String socketName, Set<String> found, boolean searching, String dropRoom) {}

    MapPainter(GraphicsContext pen, MapColours colours, Words words) {
        this.pen = pen;
        this.colours = colours;
        this.words = words;
    }

    void ground(double width, double height) {
        pen.setFill(colours.ground());
        pen.fillRect(0, 0, width, height);
    }

    void paint(MapPicture picture, Camera camera, Marks marks) {
        pen.save();
        pen.translate(camera.x(), camera.y());
        pen.scale(camera.scale(), camera.scale());
        pen.setLineWidth(1 / camera.scale());
        for (MapPicture.Field field : picture.fields()) {
            frame(field, camera.scale());
        }
        for (MapPicture.Field field : picture.fields()) {
            field.circles().forEach(circle -> circle(circle, marks, camera.scale()));
            field.circles().forEach(circle -> dots(circle, picture.dotRadius(), marks));
        }
        pen.restore();
        tethers(picture, camera, marks);
        for (MapPicture.Field field : picture.fields()) {
            head(field, camera);
            field.circles().forEach(circle -> label(circle, camera, marks));
        }
        pickedName(picture, camera, marks);
    }

    private void frame(MapPicture.Field field, double scale) {
        pen.setFill(colours.field());
        pen.fillRoundRect(field.x(), field.y(), field.width(), field.height(), CORNER, CORNER);
        pen.setStroke(colours.line());
        double half = 0.5 / scale;
        pen.strokeRoundRect(field.x() + half, field.y() + half, field.width() - 2 * half, field.height() - 2 * half, CORNER, CORNER);
    }

    private void head(MapPicture.Field field, Camera camera) {
        double x = camera.x() + camera.scale() * field.x() + 12;
        double y = camera.y() + camera.scale() * field.y() + 18;
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setTextBaseline(VPos.CENTER);
        pen.setFont(MONO_STRONG);
        pen.setFill(colours.text());
        double most = camera.scale() * field.width() - 24;
        String name = shortened(field.namespace(), MONO_STRONG, most);
        pen.fillText(name, x, y);
        double taken = width(name, MONO_STRONG) + 12;
        if (most - taken > 60) {
            pen.setFont(SMALL);
            pen.setFill(colours.quiet());
            pen.fillText(shortened(words.head(field), SMALL, most - taken), x + taken, y);
        }
    }

    private boolean isPicked(MapPicture.Circle circle, Marks marks) {
        return circle.kind() == MapPicture.Kind.ROOM
                && circle.namespace().equals(marks.namespace())
                && (circle.name().equals(marks.room()) || marks.socketRooms().contains(circle.name()));
    }

    private void circle(MapPicture.Circle circle, Marks marks, double scale) {
        if (circle.kind() == MapPicture.Kind.LOOSE) {
            return;
        }
        boolean drop = circle.kind() == MapPicture.Kind.ROOM
                && circle.namespace().equals(marks.namespace())
                && circle.name().equals(marks.dropRoom());
        boolean picked = isPicked(circle, marks) || drop;
        pen.setFill(drop ? colours.room().interpolate(colours.accent(), 0.15) : colours.room());
        double r = circle.radius();
        pen.fillOval(circle.x() - r, circle.y() - r, 2 * r, 2 * r);
        pen.setStroke(picked ? colours.accent() : colours.rim());
        pen.setLineWidth((picked ? 2 : 1) / scale);
        if (circle.kind() == MapPicture.Kind.FAMILY) {
            pen.setLineDashes(4 / scale, 4 / scale);
        }
        pen.strokeOval(circle.x() - r, circle.y() - r, 2 * r, 2 * r);
        pen.setLineDashes();
    }

    private void dots(MapPicture.Circle circle, double radius, Marks marks) {
        for (MapPicture.Dot dot : circle.dots()) {
            boolean dim = marks.searching() && !marks.found().contains(dot.socket());
            boolean picked = dot.socket().equals(marks.socket());
            boolean hit = marks.searching() && !dim;
            Color colour = picked || hit ? colours.accent() : dim ? colours.dot().deriveColor(0, 1, 1, 0.35) : colours.dot();
            if (dot.polling()) {
                double ring = Math.max(1, radius * 0.36);
                pen.setStroke(colour);
                pen.setLineWidth(ring);
                double r = radius - ring / 2;
                pen.setFill(colours.room());
                pen.fillOval(dot.x() - r, dot.y() - r, 2 * r, 2 * r);
                pen.strokeOval(dot.x() - r, dot.y() - r, 2 * r, 2 * r);
            } else {
                pen.setFill(colour);
                pen.fillOval(dot.x() - radius, dot.y() - radius, 2 * radius, 2 * radius);
            }
        }
    }

    private void tethers(MapPicture picture, Camera camera, Marks marks) {
        Optional<MapPicture.Dot> from = marks.socket().isEmpty() ? Optional.empty() : picture.dot(marks.namespace(), marks.socket());
        if (from.isEmpty()) {
            return;
        }
        double x = camera.x() + camera.scale() * from.get().x();
        double y = camera.y() + camera.scale() * from.get().y();
        pen.setStroke(colours.accent());
        pen.setLineWidth(1.5);
        for (String room : marks.socketRooms()) {
            picture.room(marks.namespace(), room).ifPresent(circle -> {
                double cx = camera.x() + camera.scale() * circle.x();
                double cy = camera.y() + camera.scale() * circle.y();
                double r = camera.scale() * circle.radius();
                double apart = Math.hypot(cx - x, cy - y);
                if (apart > r) {
                    double ex = cx + (x - cx) * r / apart;
                    double ey = cy + (y - cy) * r / apart;
                    pen.setLineDashes(5, 4);
                    pen.strokeLine(x, y, ex, ey);
                    pen.setLineDashes();
                    pen.setFill(colours.accent());
                    pen.fillOval(ex - 3.5, ey - 3.5, 7, 7);
                }
            });
        }
        double ring = camera.scale() * picture.dotRadius() + 4;
        pen.strokeOval(x - ring, y - ring, 2 * ring, 2 * ring);
    }

    private void pickedName(MapPicture picture, Camera camera, Marks marks) {
        if (marks.socket().isEmpty()) {
            return;
        }
        picture.dot(marks.namespace(), marks.socket()).ifPresent(dot -> {
            double x = camera.x() + camera.scale() * dot.x();
            double y = camera.y() + camera.scale() * (dot.y() - picture.dotRadius()) - 14;
            plate(marks.socketName(), x, y, colours.room(), colours.accent());
        });
    }

    private void label(MapPicture.Circle circle, Camera camera, Marks marks) {
        double x = camera.x() + camera.scale() * circle.x();
        double y = camera.y() + camera.scale() * circle.y();
        double r = camera.scale() * circle.radius();
        String name = switch (circle.kind()) {
            case ROOM -> circle.name();
            case FAMILY -> words.family(circle);
            case LOOSE -> words.loose();
        };
        double most = Math.max(2 * r + 24, 40);
        if (r < LABEL_ROOM && !isPicked(circle, marks)) {
            return;
        }
        boolean quiet = circle.kind() == MapPicture.Kind.LOOSE;
        pen.setFont(quiet ? SMALL : NAME);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.TOP);
        pen.setFill(isPicked(circle, marks) ? colours.accent() : quiet ? colours.quiet() : colours.text());
        pen.fillText(shortened(name, quiet ? SMALL : NAME, most), x, y + r + 4);
        if (circle.kind() == MapPicture.Kind.ROOM) {
            double angle = -Math.PI / 4;
            plate(Integer.toString(circle.count()), x + r * Math.cos(angle), y + r * Math.sin(angle), colours.chip(), colours.text());
        }
    }

    private void plate(String words, double x, double y, Color ground, Color ink) {
        double wide = width(words, COUNT) + 8;
        pen.setFill(ground);
        pen.fillRoundRect(x - wide / 2, y - 8, wide, 16, 6, 6);
        pen.setFont(COUNT);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.CENTER);
        pen.setFill(ink);
        pen.fillText(words, x, y);
    }

    static double width(String words, Font font) {
        Text measure = new Text(words);
        measure.setFont(font);
        return measure.getLayoutBounds().getWidth();
    }

    static String shortened(String words, Font font, double most) {
        if (width(words, font) <= most) {
            return words;
        }
        int low = 0;
        int high = words.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (width(words.substring(0, middle) + "…", font) <= most) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return words.substring(0, low) + "…";
    }
}

package io.sioscope.app.ui.map;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.SocketSnapshot;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;

/**
 * The picture itself. It is painted anew when something changed, and in every pulse while a broadcast is shown; otherwise it
 * costs nothing.
 */
final class MapCanvas extends MapColours implements MapPainter.Words {

    /** How long a broadcast is shown. */
    private static final long PULSE_NANOS = 900_000_000L;
    /** The same without motion. */
    private static final long STILL_NANOS = 2_000_000_000L;

    private final MapViewModel model;
    private final Texts texts;
    private final Canvas canvas = new Canvas();
    private final BooleanProperty motion = new SimpleBooleanProperty(this, "motion", true);
    private final ReadOnlyObjectWrapper<Camera> camera = new ReadOnlyObjectWrapper<>(this, "camera", Camera.WHOLE);
    private String dropRoom = "";
    private boolean dirty = true;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            frame();
        }
    };

    MapCanvas(MapViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("map-canvas");
        setId("map-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(texts.get("canvas"));
        getChildren().add(canvas);
        canvas.setMouseTransparent(true);
        setPickOnBounds(true);
        setMinSize(0, 0);
        Listening.to(this, model.pictureProperty(), ignored -> repaint());
        Listening.to(this, model.searchProperty(), ignored -> repaint());
        Listening.to(this, model.selection().roomProperty(), ignored -> repaint());
        Listening.to(this, model.selection().socketProperty(), ignored -> repaint());
        Listening.to(this, model.selection().namespaceProperty(), ignored -> repaint());
        camera.addListener(ignored -> repaint());
        focusedProperty().addListener(ignored -> repaint());
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            model.resize(width, height);
            dirty = true;
        }
        paintIfDirty();
    }

    @Override
    void repaint() {
        dirty = true;
        requestLayout();
    }

    /** Takes broadcasts, and begins to show them. */
    void pull() {
        long now = System.nanoTime();
        model.pull(now);
        if (!model.pulses().isEmpty()) {
            timer.start();
        }
    }

    private void frame() {
        model.forgetPulses(System.nanoTime(), motion.get() ? PULSE_NANOS : STILL_NANOS);
        dirty = true;
        paintIfDirty();
        if (model.pulses().isEmpty()) {
            timer.stop();
        }
    }

    /** Shows no more; for a view that goes. */
    void stop() {
        timer.stop();
    }

    private void paintIfDirty() {
        if (!dirty || canvas.getWidth() <= 0) {
            return;
        }
        dirty = false;
        MapPainter painter = new MapPainter(canvas.getGraphicsContext2D(), this, this);
        MapPicture picture = model.pictureProperty().get();
        painter.ground(canvas.getWidth(), canvas.getHeight());
        painter.paint(picture, camera.get(), marks());
        PulsePainter pulses = new PulsePainter(canvas.getGraphicsContext2D(), this);
        long now = System.nanoTime();
        for (Pulse pulse : model.pulses()) {
            double part = (now - pulse.beganNanos()) / (double) PULSE_NANOS;
            pulses.paint(pulse, picture, camera.get(), part, motion.get());
        }
        if (isFocused()) {
            canvas.getGraphicsContext2D().setStroke(accent());
            canvas.getGraphicsContext2D().setLineWidth(2);
            canvas.getGraphicsContext2D().strokeRect(1, 1, canvas.getWidth() - 2, canvas.getHeight() - 2);
        }
    }

    private MapPainter.Marks marks() {
        Optional<SocketSnapshot> picked = model.pickedSocket();
        return new MapPainter.Marks(
                model.selection().namespaceProperty().get(),
                model.selection().roomProperty().get(),
                picked.map(SocketSnapshot::id).orElse(""),
                picked.map(SocketSnapshot::rooms).orElse(List.of()),
                picked.map(SocketSnapshot::displayName).orElse(""),
                model.found(),
                !model.searchProperty().get().isBlank(),
                dropRoom);
    }

    /** The socket at a point of the viewport. */
    Optional<Hit> socketAt(double x, double y) {
        double mapX = camera.get().toMapX(x);
        double mapY = camera.get().toMapY(y);
        MapPicture picture = model.pictureProperty().get();
        double reach = Math.max(picture.dotRadius() + 2, 5 / camera.get().scale());
        Optional<Hit> best = Optional.empty();
        double nearest = reach;
        for (MapPicture.Field field : picture.fields()) {
            for (MapPicture.Circle circle : field.circles()) {
                for (MapPicture.Dot dot : circle.dots()) {
                    double apart = Math.hypot(dot.x() - mapX, dot.y() - mapY);
                    if (apart <= nearest) {
                        nearest = apart;
                        best = Optional.of(new Hit(field.namespace(), dot.socket()));
                    }
                }
            }
        }
        return best;
    }

    /** The room, or the family of rooms, at a point of the viewport. */
    Optional<MapPicture.Circle> circleAt(double x, double y) {
        double mapX = camera.get().toMapX(x);
        double mapY = camera.get().toMapY(y);
        return model.pictureProperty().get().fields().stream()
                .flatMap(field -> field.circles().stream())
                .filter(circle -> circle.kind() != MapPicture.Kind.LOOSE)
                .filter(circle -> Math.hypot(circle.x() - mapX, circle.y() - mapY) <= circle.radius())
                .findFirst();
    }

    /** A socket and where it is. */
    record Hit(String namespace, String socket) {}

    /** Marks the room that a dragged socket would join; empty for none. */
    void dropOn(String room) {
        if (!room.equals(dropRoom)) {
            dropRoom = room;
            repaint();
        }
    }

    @Override
    public String head(MapPicture.Field field) {
        return texts.get("field", field.sockets(), field.publicRooms());
    }

    @Override
    public String family(MapPicture.Circle circle) {
        return texts.get("family", circle.count(), circle.name());
    }

    @Override
    public String loose() {
        return texts.get("loose");
    }

    ReadOnlyObjectProperty<Camera> cameraProperty() {
        return camera.getReadOnlyProperty();
    }

    void look(Camera wanted) {
        camera.set(wanted);
    }

    /** Whether things may move. */
    BooleanProperty motionProperty() {
        return motion;
    }
}

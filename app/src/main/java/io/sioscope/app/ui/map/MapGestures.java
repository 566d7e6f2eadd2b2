package io.sioscope.app.ui.map;

import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.SocketSnapshot;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a hand does on the map: a click picks, a double click goes to the composer, a socket dragged onto a room joins it, the
 * ground dragged moves the map, the wheel zooms. Escape calls a drag off.
 */
final class MapGestures {

    private static final double STEP = 40;
    private static final double WHEEL = 1.15;
    private static final double KEY_ZOOM = 1.25;
    private static final double DRAG_FROM = 4;

    private final MapCanvas canvas;
    private final MapViewModel model;
    private final Texts texts;
    private final Tooltip tip = new Tooltip();
    private MapCanvas.@Nullable Hit dragged;
    private boolean dragging;
    private boolean panning;
    private double pressX;
    private double pressY;
    private Camera cameraBefore = Camera.WHOLE;

    MapGestures(MapCanvas canvas, MapViewModel model, Texts texts) {
        this.canvas = canvas;
        this.model = model;
        this.texts = texts;
        tip.setShowDelay(Duration.millis(300));
        Tooltip.install(canvas, tip);
        canvas.setOnMouseMoved(this::onMoved);
        canvas.setOnMousePressed(this::onPressed);
        canvas.setOnMouseDragged(this::onDragged);
        canvas.setOnMouseReleased(this::onReleased);
        canvas.setOnMouseClicked(this::onClicked);
        canvas.setOnScroll(this::onScroll);
        canvas.setOnKeyPressed(this::onKey);
    }

    private void onMoved(MouseEvent event) {
        Optional<MapCanvas.Hit> socket = canvas.socketAt(event.getX(), event.getY());
        String words = socket.flatMap(hit -> model.socket(hit.socket()))
                .map(this::words)
                .or(() -> canvas.circleAt(event.getX(), event.getY()).map(this::words))
                .orElse("");
        canvas.setCursor(words.isEmpty() ? Cursor.DEFAULT : Cursor.HAND);
        if (words.isEmpty()) {
            tip.hide();
        }
        tip.setText(words.isEmpty() ? texts.get("tip.ground") : words);
    }

    private String words(SocketSnapshot socket) {
        return texts.get(
                "tip.socket",
                socket.displayName(),
                socket.id(),
                socket.rooms().isEmpty() ? texts.get("loose") : String.join(", ", socket.rooms()),
                texts.get("transport." + socket.transport().name()));
    }

    private String words(MapPicture.Circle circle) {
        return circle.kind() == MapPicture.Kind.FAMILY
                ? texts.get("family", circle.count(), circle.name())
                : texts.get("row.room", circle.name(), circle.namespace(), circle.count());
    }

    private void onPressed(MouseEvent event) {
        canvas.requestFocus();
        pressX = event.getX();
        pressY = event.getY();
        cameraBefore = canvas.cameraProperty().get();
        dragged = event.getButton() == MouseButton.PRIMARY
                ? canvas.socketAt(event.getX(), event.getY()).orElse(null)
                : null;
        dragging = false;
        panning = false;
    }

    private void onDragged(MouseEvent event) {
        if (Math.hypot(event.getX() - pressX, event.getY() - pressY) < DRAG_FROM && !dragging && !panning) {
            return;
        }
        if (dragged == null) {
            panning = true;
            canvas.look(cameraBefore.moved(event.getX() - pressX, event.getY() - pressY));
            return;
        }
        if (!dragging) {
            dragging = true;
            model.pickSocket(dragged.namespace(), dragged.socket());
        }
        canvas.setCursor(Cursor.CLOSED_HAND);
        canvas.dropOn(target(event).map(MapPicture.Circle::name).orElse(""));
    }

    /** A room of the same namespace that the dragged socket is not in yet. */
    private Optional<MapPicture.Circle> target(MouseEvent event) {
        MapCanvas.Hit hit = dragged;
        if (hit == null) {
            return Optional.empty();
        }
        return canvas.circleAt(event.getX(), event.getY())
                .filter(circle -> circle.kind() == MapPicture.Kind.ROOM && circle.namespace().equals(hit.namespace()))
                .filter(circle -> model.socket(hit.socket())
                        .filter(socket -> !socket.rooms().contains(circle.name()))
                        .isPresent());
    }

    private void onReleased(MouseEvent event) {
        MapCanvas.Hit hit = dragged;
        if (dragging && hit != null) {
            target(event).ifPresent(circle -> model.join(hit.namespace(), hit.socket(), circle.name()));
        }
        endDrag();
    }

    private void endDrag() {
        canvas.dropOn("");
        canvas.setCursor(Cursor.DEFAULT);
        dragged = null;
    }

    private void onClicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || dragging || panning || !event.isStillSincePress()) {
            return;
        }
        Optional<MapCanvas.Hit> socket = canvas.socketAt(event.getX(), event.getY());
        if (socket.isPresent()) {
            model.pickSocket(socket.get().namespace(), socket.get().socket());
        } else {
            Optional<MapPicture.Circle> room = canvas.circleAt(event.getX(), event.getY())
                    .filter(circle -> circle.kind() == MapPicture.Kind.ROOM);
            room.ifPresentOrElse(circle -> model.pickRoom(circle.namespace(), circle.name()), model::pickNobody);
            if (room.isEmpty()) {
                return;
            }
        }
        if (event.getClickCount() == 2) {
            model.compose();
        }
    }

    private void onScroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            double factor = event.getDeltaY() > 0 ? WHEEL : 1 / WHEEL;
            canvas.look(canvas.cameraProperty().get().zoomed(factor, event.getX(), event.getY()));
            event.consume();
        }
    }

    private void onKey(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        Camera now = canvas.cameraProperty().get();
        switch (event.getCode()) {
            case LEFT -> canvas.look(now.moved(STEP, 0));
            case RIGHT -> canvas.look(now.moved(-STEP, 0));
            case UP -> canvas.look(now.moved(0, STEP));
            case DOWN -> canvas.look(now.moved(0, -STEP));
            case PLUS, ADD, EQUALS -> zoom(KEY_ZOOM);
            case MINUS, SUBTRACT -> zoom(1 / KEY_ZOOM);
            case ENTER -> model.compose();
            case ESCAPE -> {
                if (dragging) {
                    endDrag();
                } else {
                    model.pickNobody();
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Nearer or further, about the middle. */
    void zoom(double factor) {
        canvas.look(canvas.cameraProperty().get().zoomed(factor, canvas.getWidth() / 2, canvas.getHeight() / 2));
    }

    /** Keys that zoom, as wide as one of the wheel's steps. */
    static double keyZoom() {
        return KEY_ZOOM;
    }

    /** Shows everything. */
    void fit() {
        canvas.look(Camera.WHOLE);
    }

    /** Brings what is picked into the middle, large. */
    void zoomToPicked() {
        MapPicture picture = model.pictureProperty().get();
        String namespace = model.selection().namespaceProperty().get();
        Optional<double[]> place = picture.room(namespace, model.selection().roomProperty().get())
                .map(circle -> new double[] {circle.x(), circle.y(), circle.radius()})
                .or(() -> picture.dot(namespace, model.selection().socketProperty().get())
                        .map(dot -> new double[] {dot.x(), dot.y(), 12 * picture.dotRadius()}));
        place.ifPresent(at -> {
            double scale = Math.clamp(Math.min(canvas.getWidth(), canvas.getHeight()) / (3 * at[2]), 1, 6);
            canvas.look(Camera.on(at[0], at[1], scale, canvas.getWidth(), canvas.getHeight()));
        });
    }

    static boolean isSearchKey(KeyEvent event) {
        return event.getCode() == KeyCode.SLASH && !event.isShortcutDown() && !event.isAltDown();
    }
}

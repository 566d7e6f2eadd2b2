package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.Listening;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;
import javafx.stage.Window;
import javafx.util.Duration;

/**
 * A small picture of a map: three rooms, and every few seconds a broadcast in one of them. It moves only while it is on the
 * screen and motion is allowed; else the picture stands still in the midst of a broadcast.
 */
final class MiniMap extends StackPane {

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final Duration BETWEEN = Duration.seconds(2.6);
    private static final Duration SPREAD = Duration.seconds(0.6);
    private static final Duration FADE = Duration.seconds(1.4);
    private static final double DOT = 5;
    private static final double SENDER_DOT = 7;
    private static final int SENDER = 1;
    private static final double STILL_NEAR = 0.5;
    private static final double STILL_FAR = 0.25;

    private static final Place[] PLACES = {
        new Place(80, 80, 58, new double[][] {
            {64, 50}, {82, 61}, {105, 65}, {54, 76}, {89, 81}, {44, 95}, {69, 91}, {95, 99}, {115, 93}, {72, 111}
        }),
        new Place(192, 48, 39, new double[][] {{168, 44}, {194, 30}, {181, 58}, {200, 48}, {205, 66}}),
        new Place(205, 128, 25, new double[][] {{195, 137}, {214, 127}}),
    };

    private final List<Room> rooms = new ArrayList<>();
    private final Timeline timeline = new Timeline();

    private record Place(double x, double y, double radius, double[][] dots) {}

    private record Room(Circle rim, List<Circle> waves, List<Circle> dots, SVGPath arrow) {

        void light(boolean lit) {
            rim.pseudoClassStateChanged(LIT, lit);
            dots.forEach(dot -> dot.pseudoClassStateChanged(LIT, lit));
            dots.get(SENDER).setRadius(lit ? SENDER_DOT : DOT);
            arrow.setVisible(lit);
        }
    }

    MiniMap(ObservableBooleanValue motion) {
        setId("mini-map");
        setMouseTransparent(true);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setPrefSize(248, 168);
        Group picture = new Group();
        for (Place place : PLACES) {
            Room room = room(place);
            rooms.add(room);
            picture.getChildren().addAll(room.waves());
            picture.getChildren().add(room.rim());
            picture.getChildren().addAll(room.dots());
            picture.getChildren().add(room.arrow());
        }
        picture.setManaged(false);
        getChildren().setAll(picture);
        timeline.setCycleCount(Animation.INDEFINITE);
        Duration at = Duration.ZERO;
        for (Room room : rooms) {
            broadcast(room, at);
            at = at.add(BETWEEN);
        }
        timeline.getKeyFrames().add(new KeyFrame(at));
        ObservableValue<Boolean> showing =
                sceneProperty().flatMap(scene -> scene.windowProperty()).flatMap(Window::showingProperty).orElse(false);
        Runnable update = () -> move(showing.getValue() && motion.get());
        showing.addListener(ignored -> update.run());
        Listening.to(this, motion, ignored -> update.run());
        still();
        update.run();
    }

    private static Room room(Place place) {
        Circle rim = circle(place.x(), place.y(), place.radius(), "map-room");
        List<Circle> waves = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            waves.add(circle(place.x(), place.y(), place.radius(), "map-wave"));
        }
        List<Circle> dots = new ArrayList<>();
        for (double[] dot : place.dots()) {
            dots.add(circle(dot[0], dot[1], DOT, "map-dot"));
        }
        Circle sender = dots.get(SENDER);
        sender.getStyleClass().add("sender");
        SVGPath arrow = new SVGPath();
        arrow.setContent("M0,-4 L3.5,0 L1,0 L1,4 L-1,4 L-1,0 L-3.5,0 Z");
        arrow.getStyleClass().add("map-arrow");
        arrow.setTranslateX(sender.getCenterX());
        arrow.setTranslateY(sender.getCenterY());
        return new Room(rim, waves, dots, arrow);
    }

    private static Circle circle(double x, double y, double radius, String styleClass) {
        Circle circle = new Circle(x, y, radius);
        circle.getStyleClass().add(styleClass);
        return circle;
    }

    private void broadcast(Room room, Duration at) {
        double rest = room.rim().getRadius();
        timeline.getKeyFrames().add(new KeyFrame(at.add(Duration.millis(1)), event -> room.light(true)));
        timeline.getKeyFrames().add(new KeyFrame(at.add(FADE), event -> room.light(false)));
        for (int i = 0; i < room.waves().size(); i++) {
            Circle wave = room.waves().get(i);
            Duration begins = at.add(Duration.millis(120.0 * i));
            Duration ends = begins.add(SPREAD).add(SPREAD);
            timeline.getKeyFrames()
                    .addAll(
                            new KeyFrame(begins, new KeyValue(wave.radiusProperty(), rest), new KeyValue(wave.opacityProperty(), 0.8)),
                            new KeyFrame(
                                    ends,
                                    new KeyValue(wave.radiusProperty(), rest * 1.3, Interpolator.EASE_OUT),
                                    new KeyValue(wave.opacityProperty(), 0)));
        }
    }

    private void move(boolean moving) {
        if (moving && timeline.getStatus() != Animation.Status.RUNNING) {
            dark();
            timeline.playFromStart();
        } else if (!moving && timeline.getStatus() == Animation.Status.RUNNING) {
            timeline.stop();
            still();
        }
    }

    /** Whether it moves now. */
    boolean isMoving() {
        return timeline.getStatus() == Animation.Status.RUNNING;
    }

    private void dark() {
        for (Room room : rooms) {
            room.light(false);
            room.waves().forEach(wave -> wave.setOpacity(0));
        }
    }

    private void still() {
        dark();
        Room first = rooms.getFirst();
        first.light(true);
        for (int i = 0; i < first.waves().size(); i++) {
            Node wave = first.waves().get(i);
            wave.setOpacity(i == 0 ? STILL_NEAR : STILL_FAR);
            first.waves().get(i).setRadius(first.rim().getRadius() + 6 * (i + 1));
        }
    }
}

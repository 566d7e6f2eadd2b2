package io.sioscope.app.ui.map;

/** A circle's place in units of the layout, from the middle of its field. */
record Disc(double x, double y, double radius) {

    private static final double TOUCH = 1e-6;

    boolean overlaps(Disc other) {
        double apart = Math.hypot(x - other.x, y - other.y);
        return apart < radius + other.radius - TOUCH;
    }
}

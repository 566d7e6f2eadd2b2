package io.sioscope.app.ui.map;

/** What part of the map is seen: a scale, and where the map's corner lies. Immutable. */
record Camera(double scale, double x, double y) {

    /** Everything, as laid out. */
    static final Camera WHOLE = new Camera(1, 0, 0);

    private static final double LEAST = 0.5;
    private static final double MOST = 12;

    /** Nearer or further, with one point of the viewport staying where it is. */
    Camera zoomed(double factor, double aroundX, double aroundY) {
        double next = Math.clamp(scale * factor, LEAST, MOST);
        double real = next / scale;
        return new Camera(next, aroundX - (aroundX - x) * real, aroundY - (aroundY - y) * real);
    }

    Camera moved(double dx, double dy) {
        return new Camera(scale, x + dx, y + dy);
    }

    /** So that a place of the map lies in the middle of a viewport, at this scale. */
    static Camera on(double mapX, double mapY, double scale, double width, double height) {
        return new Camera(scale, width / 2 - scale * mapX, height / 2 - scale * mapY);
    }

    double toMapX(double viewX) {
        return (viewX - x) / scale;
    }

    double toMapY(double viewY) {
        return (viewY - y) / scale;
    }
}

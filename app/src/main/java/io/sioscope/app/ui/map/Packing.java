package io.sioscope.app.ui.map;

import java.util.Collection;
import java.util.List;

/**
 * Finds a place for one more circle among others that stay where they are: the free place nearest to the middle at which it
 * touches one or two of them. Wider than high, as windows are. Deterministic, pure.
 */
final class Packing {

    /** How much further a place may lie to the side than above for the same cost. */
    private static final double ASPECT = 1.7;

    private static final int ROUND = 12;

    private Packing() {}

    /**
     * A place for a circle.
     *
     * @param radius with the space around it
     * @param others that it must not overlap
     */
    static Disc place(double radius, Collection<Disc> others) {
        List<Disc> fixed = List.copyOf(others);
        Disc best = new Disc(0, 0, radius);
        if (free(best, fixed)) {
            return best;
        }
        double least = Double.MAX_VALUE;
        for (int i = 0; i < fixed.size(); i++) {
            for (int k = 0; k < ROUND; k++) {
                Disc beside = beside(fixed.get(i), radius, 2 * Math.PI * k / ROUND);
                if (cost(beside) < least && free(beside, fixed)) {
                    least = cost(beside);
                    best = beside;
                }
            }
            for (int j = i + 1; j < fixed.size(); j++) {
                for (int side = -1; side <= 1; side += 2) {
                    Disc between = between(fixed.get(i), fixed.get(j), radius, side);
                    if (between != null && cost(between) < least && free(between, fixed)) {
                        least = cost(between);
                        best = between;
                    }
                }
            }
        }
        return best;
    }

    private static double cost(Disc disc) {
        return Math.hypot(disc.x() / ASPECT, disc.y());
    }

    private static boolean free(Disc disc, List<Disc> others) {
        for (Disc other : others) {
            if (disc.overlaps(other)) {
                return false;
            }
        }
        return true;
    }

    private static Disc beside(Disc other, double radius, double angle) {
        double apart = other.radius() + radius;
        return new Disc(other.x() + apart * Math.cos(angle), other.y() + apart * Math.sin(angle), radius);
    }

    /** Touching both, on one side of the line between them. */
    private static @org.jspecify.annotations.Nullable Disc between(Disc one, Disc two, double radius, int side) {
        double fromOne = one.radius() + radius;
        double fromTwo = two.radius() + radius;
        double dx = two.x() - one.x();
        double dy = two.y() - one.y();
        double apart = Math.hypot(dx, dy);
        if (apart == 0 || apart > fromOne + fromTwo) {
            return null;
        }
        double along = (fromOne * fromOne - fromTwo * fromTwo + apart * apart) / (2 * apart);
        double off = Math.sqrt(Math.max(0, fromOne * fromOne - along * along));
        double ux = dx / apart;
        double uy = dy / apart;
        return new Disc(one.x() + along * ux - side * off * uy, one.y() + along * uy + side * off * ux, radius);
    }
}

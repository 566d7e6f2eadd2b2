package io.sioscope.app.ui.kit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.ObservableList;
import javafx.scene.Scene;

/**
 * How large everything is, in percent. A window's content grows as a whole, in a {@link ZoomPane}; pop-ups are windows of
 * their own, which size themselves by what is in them, so theirs grows by a stylesheet that this class makes. JavaFX thread.
 */
public final class TextScale {

    /** The sizes that are offered, in percent. */
    public static final List<Integer> SIZES = List.of(100, 115, 130, 150, 175, 200);

    private static final int USUAL = 100;

    /**
     * What {@code sioscope.css} says of pop-ups in pixels; each number is multiplied. A menu's or a tooltip's parent is, for
     * styles, the control that it belongs to, so only their own classes tell them from what is in the window.
     */
    private static final String POPUPS =
            """
            .root.popup { -fx-font-size: %1$.2fpx; }
            .tooltip { -fx-font-size: %2$.2fpx; -fx-max-width: %5$.2fpx; -fx-padding: %3$.2f %4$.2f %3$.2f %4$.2f; }
            .context-menu .menu-item { -fx-padding: %3$.2f %4$.2f %3$.2f %4$.2f; }
            .context-menu .menu-item > .label, .context-menu .menu-item > .accelerator-text { -fx-font-size: %1$.2fpx; }
            .context-menu .ikonli-font-icon { -fx-icon-size: %7$.2fpx; }
            .combo-box-popup > .list-view > .virtual-flow > .clipped-container > .sheet > .list-cell {
              -fx-cell-size: %6$.2fpx; -fx-font-size: %1$.2fpx; -fx-padding: %3$.2f %4$.2f %3$.2f %4$.2f;
            }
            .root.popup .list-view { -fx-fixed-cell-size: %6$.2fpx; }
            .root.popup .list-view .list-cell { -fx-cell-size: %6$.2fpx; -fx-font-size: %1$.2fpx; }
            """;

    private final IntegerProperty percent = new SimpleIntegerProperty(this, "percent", USUAL) {
        @Override
        public void set(int value) {
            super.set(Math.clamp(value, SIZES.getFirst(), SIZES.getLast()));
        }
    };

    /**
     * The size.
     *
     * @return from 100 to 200; others are brought into this range
     */
    public IntegerProperty percentProperty() {
        return percent;
    }

    /**
     * The next larger size that is offered.
     *
     * @return in percent; the largest where there is none
     */
    public int bigger() {
        return SIZES.stream().filter(size -> size > percent.get()).findFirst().orElse(SIZES.getLast());
    }

    /**
     * The next smaller size that is offered.
     *
     * @return in percent; the smallest where there is none
     */
    public int smaller() {
        return SIZES.reversed().stream()
                .filter(size -> size < percent.get())
                .findFirst()
                .orElse(SIZES.getFirst());
    }

    /**
     * Makes the pop-ups of a window grow, which take its stylesheets over. Call it once for each scene, after its other
     * stylesheets are set.
     *
     * @param scene the scene of a window
     */
    public void dress(Scene scene) {
        String[] mine = {""};
        Runnable update = () -> {
            ObservableList<String> sheets = scene.getStylesheets();
            sheets.remove(mine[0]);
            mine[0] = percent.get() == USUAL ? "" : stylesheet(percent.get() / (double) USUAL);
            if (!mine[0].isEmpty()) {
                sheets.add(mine[0]);
            }
        };
        percent.addListener(ignored -> update.run());
        update.run();
    }

    private static String stylesheet(double factor) {
        String text = String.format(
                java.util.Locale.ROOT, POPUPS, 13 * factor, 12 * factor, 4 * factor, 8 * factor, 480 * factor, 24 * factor, 16 * factor);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

package io.sioscope.app.workspace;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the window was left. Immutable.
 *
 * @param width of the window's content in pixels
 * @param height of the window's content in pixels
 * @param maximized whether the window filled the screen
 * @param dividers pixels of the part of a split pane that keeps its size, by the pane's name
 * @param tabs the tab that was shown last, by the kind of session
 */
public record Layout(
        int width, int height, boolean maximized, Map<String, Integer> dividers, Map<String, String> tabs) {

    /** What a new user has. */
    public static final Layout DEFAULTS = new Layout(1440, 900, false, Map.of(), Map.of());

    private static final int LEAST_WIDTH = 640;
    private static final int LEAST_HEIGHT = 480;
    private static final int MOST_PIXELS = 16_384;

    /** Keeps copies, and brings sizes of nonsense back into what a screen may have. */
    public Layout {
        width = Math.clamp(width, LEAST_WIDTH, MOST_PIXELS);
        height = Math.clamp(height, LEAST_HEIGHT, MOST_PIXELS);
        dividers = Map.copyOf(dividers);
        tabs = Map.copyOf(tabs);
    }

    /** The same with another size of the window. */
    public Layout withWindow(int newWidth, int newHeight, boolean filled) {
        return new Layout(newWidth, newHeight, filled, dividers, tabs);
    }

    /** The same with one divider moved. */
    public Layout withDivider(String name, int pixels) {
        Map<String, Integer> changed = new LinkedHashMap<>(dividers);
        changed.put(name, pixels);
        return new Layout(width, height, maximized, changed, tabs);
    }

    /** The same with another last tab of a kind of session. */
    public Layout withTab(String kind, String tab) {
        Map<String, String> changed = new LinkedHashMap<>(tabs);
        changed.put(kind, tab);
        return new Layout(width, height, maximized, dividers, changed);
    }
}
